"""Runs the application by uvicorn, in one process or in several that share a port."""

import socket

import uvicorn
from uvicorn.supervisors import Multiprocess


def run(app: str, host: str, port: int, workers: int) -> None:
    """Until interrupted. `app` is the "module:function" that makes the application in each process."""
    config = uvicorn.Config(
        app, factory=True, host=host, port=port, workers=workers, log_level="warning", access_log=False
    )
    if workers == 1:
        uvicorn.Server(config).run()
        return
    shared = config.bind_socket()
    # asyncio asks for this only where it made the socket itself: without it the body of an answer waits 40 ms for the
    # client to acknowledge the head.
    shared.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    Multiprocess(config, sockets=[shared]).run()
