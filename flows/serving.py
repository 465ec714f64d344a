"""Serving the last inventory: the web application over the workshop, by uvicorn."""

import socket
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from threading import Thread

from fastapi import FastAPI

from flows.cli import show
from flows.settings import Settings
from flows.workshop import open_workshop
from models.errors import AtlasError, ConfigurationError
from search_api.app import Services, create_app
from search_api.exports.quality import read_quality
from search_api.lasting import collect_seldom
from search_api.running import run


def serve_pages(settings: Settings, host: str, port: int, workers: int = 1) -> None:
    """Serve until interrupted, by so many processes. Raises ConfigurationError when the port is taken."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise ConfigurationError(
                f"Impossible d'écouter sur {host}:{port} ({error.strerror}). "
                "Arrêtez l'autre programme ou choisissez un autre port : --port 8001 (make demo PORT=8001)."
            ) from error
    open_workshop(settings)  # what is wrong with the data is told here, once
    show.out.print(f"\nL'atlas est ouvert : [bold]http://{host}:{port}/[/] (Ctrl-C pour arrêter)")
    run("flows.serving:served_app", host, port, workers)


def served_app() -> FastAPI:
    """The application of one process, over the data that the environment names."""
    settings = Settings()
    workshop = open_workshop(settings)

    def original(sha256: str) -> Path | None:
        path = workshop.originals.path(sha256)
        return path if path.exists() else None

    app = create_app(
        Services(
            store=workshop.store,
            engine=workshop.engine,
            original=original,
            layout=workshop.layouts.get,
            today=date.today,
            quality=partial(read_quality, settings.quality),
        )
    )
    collect_seldom()
    Thread(target=_warm, args=(app.state.warm,), daemon=True).start()
    return app


def _warm(work: Callable[[], object]) -> None:
    """Compute what pages share before the first visit; a store that cannot be read is told by the pages."""
    with suppress(AtlasError):
        work()
