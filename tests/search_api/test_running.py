"""How workers share a port."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from search_api.running import OwnSocketLoop, reserved

CLIENTS = 40


class Taking(asyncio.Protocol):
    """Answers with its worker's name and whether small answers leave at once."""

    def __init__(self, name: str) -> None:
        self._name = name

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        at_once = transport.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        transport.write(f"{self._name} {bool(at_once)}".encode())
        transport.close()


@contextmanager
def worker(name: str, port: socket.socket) -> Iterator[None]:
    """A loop in a thread, as uvicorn would run it in a process."""
    loop, ready = OwnSocketLoop(), threading.Event()

    async def serve() -> None:
        server = await loop.create_server(lambda: Taking(name), sock=port)
        ready.set()
        async with server:
            await stopped.wait()

    stopped = asyncio.Event()
    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    assert ready.wait(30)
    try:
        yield
    finally:
        loop.call_soon_threadsafe(stopped.set)
        thread.join()
        loop.close()


def test_connections_are_dealt_out_to_all_workers() -> None:
    with reserved(("127.0.0.1", 0)) as port, ExitStack() as workers:
        for name in ("one", "two"):
            workers.enter_context(worker(name, port))
        clients = [socket.create_connection(port.getsockname(), timeout=30) for _ in range(CLIENTS)]
        answers = [client.makefile().read() for client in clients]
        for client in clients:
            client.close()
    assert set(answers) == {
        "one True",
        "two True",
    }  # of 40 clients all go to one once in 500 thousand million times
