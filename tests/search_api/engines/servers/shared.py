"""One server for all workers of a test session: the first that needs it starts it, and stops it when all are done.

(xdist's own way, `xdist_group`, is without effect with pytest 9.2 and xdist 3.8: groups are spread over workers.)
"""

import fcntl
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

_MOST_SECONDS = 3600  # that the others may go on


@contextmanager
def shared(name: str, start: Callable[[], AbstractContextManager[str]]) -> Iterator[str]:
    """The address of the server. Without xdist it is started and stopped here."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    if run is None:
        with start() as url:
            yield url
        return
    folder = Path(tempfile.gettempdir()) / f"atlas-{name}-{run}"
    folder.mkdir(exist_ok=True)
    address, user = folder / "address", folder / f"user-{os.getpid()}"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        server = None if address.exists() else start()
        if server is not None:
            address.write_text(server.__enter__(), encoding="utf-8")
        user.touch()
    try:
        yield address.read_text(encoding="utf-8")
    finally:
        user.unlink()
        if server is not None:
            try:
                _wait_for_others(folder)
            finally:
                server.__exit__(None, None, None)
                for path in folder.iterdir():
                    path.unlink()
                folder.rmdir()


def _wait_for_others(folder: Path) -> None:
    end = time.monotonic() + _MOST_SECONDS
    while any(map(_is_alive, folder.glob("user-*"))) and time.monotonic() < end:
        time.sleep(0.2)


def _is_alive(user: Path) -> bool:
    try:
        os.kill(int(user.name.removeprefix("user-")), 0)
    except ProcessLookupError:
        return False
    return True
