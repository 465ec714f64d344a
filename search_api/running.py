"""Runs the application by uvicorn, in one process or in several that share a port."""

import asyncio
import socket
from typing import Any

import uvicorn
from uvicorn.supervisors import Multiprocess

#: Seconds that a worker may leave its supervisor without an answer: with 5 those of a busy machine were killed while
#: they still imported their modules, again and again.
_PATIENCE = 60


def run(app: str, host: str, port: int, workers: int) -> None:
    """Until interrupted. `app` is the "module:function" that makes the application in each process."""
    config = uvicorn.Config(
        app,
        factory=True,
        host=host,
        port=port,
        workers=workers,
        log_level="warning",
        access_log=False,
        loop=f"{__name__}:OwnSocketLoop" if workers > 1 else "auto",
        timeout_worker_healthcheck=_PATIENCE,
    )
    if workers == 1:
        uvicorn.Server(config).run()
        return
    with (
        config.bind_socket() as free
    ):  # says so where another server has the port, which a shared one would not
        address = free.getsockname()
    with reserved(address) as shared:
        Multiprocess(config, sockets=[shared]).run()


def reserved(address: Any) -> socket.socket:
    """A socket bound to an address that others may be bound to as well. It does not listen."""
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    made.bind(address)
    return made


class OwnSocketLoop(asyncio.SelectorEventLoop):
    """Each worker listens by a socket of its own on the port that was reserved: the system deals the connections out.

    Of a socket that workers share, asyncio takes all connections that wait: one of two workers had all sixteen of a
    load, the other none. The protocol must be told, or asyncio leaves TCP_NODELAY off and the body of an answer waits
    40 ms for the client to acknowledge the head.
    """

    async def create_server(self, *arguments: Any, sock: socket.socket, **options: Any) -> asyncio.Server:  # type: ignore[override]
        own = reserved(sock.getsockname())
        return await super().create_server(*arguments, sock=own, **options)
