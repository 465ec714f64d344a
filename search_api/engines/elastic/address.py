"""Where a cluster is and who we are there, checked before anything is sent."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from models.errors import ConfigurationError


@dataclass(frozen=True)
class Address:
    """Where a cluster is and who we are there. `seconds` bounds each request."""

    urls: tuple[str, ...]
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    api_key: str | None = field(default=None, repr=False)
    ca: Path | None = None
    seconds: float = 10.0

    def __post_init__(self) -> None:
        if not self.urls or not all(_is_http(url) for url in self.urls):
            raise ConfigurationError(
                "ATLAS_ENGINE_URL doit donner une adresse http(s)://hôte:port, ou plusieurs séparées "
                "par des virgules, sans nom d'utilisateur."
            )
        if self.ca is not None and not self.ca.is_file():
            raise ConfigurationError(f"ATLAS_ENGINE_CA : le fichier {self.ca} n'existe pas.")

    def with_ports(self) -> list[str]:
        """The addresses as the clients want them."""
        return [_with_port(url) for url in self.urls]


def _is_http(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return (
            parts.scheme in {"http", "https"}
            and bool(parts.hostname)
            and parts.port != 0
            and not parts.username
        )
    except ValueError:
        return False


def _with_port(url: str) -> str:
    parts = urlsplit(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return f"{parts.scheme}://{host}:{port}{parts.path.rstrip('/')}"
