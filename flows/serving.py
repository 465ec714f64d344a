"""Serving the last inventory: the web application over the workshop, by uvicorn."""

import socket
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from threading import Thread

import uvicorn

from flows.cli import show
from flows.settings import Settings
from flows.workshop import open_workshop
from models.errors import AtlasError, ConfigurationError
from search_api.app import Services, create_app
from search_api.exports.quality import read_quality


def serve_pages(settings: Settings, host: str, port: int) -> None:
    """Serve until interrupted. Raises ConfigurationError when the port is taken."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise ConfigurationError(
                f"Impossible d'écouter sur {host}:{port} ({error.strerror}). "
                "Arrêtez l'autre programme ou choisissez un autre port : --port 8001 (make demo PORT=8001)."
            ) from error
    workshop = open_workshop(settings)

    def original(sha256: str) -> Path | None:
        path = workshop.originals.path(sha256)
        return path if path.exists() else None

    services = Services(
        store=workshop.store,
        engine=workshop.engine,
        original=original,
        layout=workshop.layouts.get,
        today=date.today,
        quality=partial(read_quality, settings.quality),
    )
    show.out.print(f"\nL'atlas est ouvert : [bold]http://{host}:{port}/[/] (Ctrl-C pour arrêter)")
    app = create_app(services)
    Thread(target=_warm, args=(app.state.warm,), daemon=True).start()
    uvicorn.run(app, host=host, port=port, log_level="warning")


def _warm(work: Callable[[], object]) -> None:
    """Compute what pages share before the first visit; a store that cannot be read is told by the pages."""
    with suppress(AtlasError):
        work()
