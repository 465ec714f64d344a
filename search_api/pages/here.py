"""Where the reader is: the path asked for (set for each request), and addresses that change with their file."""

from contextvars import ContextVar
from functools import cache
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

STATIC = Path(__file__).parent / "static"
HERE: ContextVar[str] = ContextVar("path_asked_for", default="")


def current(href: str, *below: str) -> str:
    """The attribute that marks a link of the navigation: to this very page, or to one above it.

    `below` are further addresses whose pages stand under the link.
    """
    path = HERE.get()
    if path == href:
        return Markup(' aria-current="page"')
    under = path in below or any(path.startswith(f"{start}/") for start in (href, *below))
    return Markup(' aria-current="true"') if under else ""


def static_address(name: str) -> str:
    """ "atlas.css" → "/static/atlas.css?v=3f2a9c41d0b7"; read once, the plain address for what is not there."""
    version = _digest(name)
    return f"/static/{name}?v={version}" if version else f"/static/{name}"


@cache
def _digest(name: str) -> str:
    try:
        return sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    except OSError:
        return ""
