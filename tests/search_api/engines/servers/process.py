"""A Java server of the tests: started in a folder of its own as an unprivileged user, stopped and removed."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

READY_SECONDS = 180  # 4 to 27 s here; a loaded machine takes longer


def unprivileged() -> str | None:
    """The user to run as; None is ourselves. Elasticsearch refuses to run as root."""
    return "nobody" if os.geteuid() == 0 and any(u.pw_name == "nobody" for u in pwd.getpwall()) else None


@contextmanager
def work_folder(name: str) -> Iterator[Path]:
    """A folder that the server's user owns, removed at the end."""
    memory = Path("/dev/shm")  # a server waits for the disk at every change of its state
    roomy = memory.is_dir() and shutil.disk_usage(memory).free > 2 << 30
    folder = Path(tempfile.mkdtemp(prefix=f"atlas-{name}-", dir=memory if roomy else None))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def own(folder: Path) -> None:
    """Give everything in a folder to the server's user."""
    if user := unprivileged():
        for path in (folder, *folder.rglob("*")):
            shutil.chown(path, user)


def free_ports(number: int) -> list[int]:
    """Ports of 127.0.0.1 that nobody listens on now."""
    sockets = [socket.socket() for _ in range(number)]
    try:
        for held in sockets:
            held.bind(("127.0.0.1", 0))
        return [held.getsockname()[1] for held in sockets]
    finally:
        for held in sockets:
            held.close()


class Server:
    """A process group; its output goes to a file."""

    def __init__(self, command: Sequence[str], folder: Path, env: Mapping[str, str], log: Path) -> None:
        self._log = log
        with log.open("wb") as out:
            self._process = subprocess.Popen(
                command,
                cwd=folder,
                env={"PATH": os.environ["PATH"], **env},
                stdout=out,
                stderr=out,
                stdin=subprocess.DEVNULL,
                user=unprivileged(),
                start_new_session=True,
            )

    def kill(self) -> None:
        """SIGKILL, to the server and what it started."""
        self._signal(signal.SIGKILL)
        self._process.wait()

    def stop(self) -> None:
        self._signal(signal.SIGTERM)
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()

    def _signal(self, number: int) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, number)

    def wait(self, ready: Callable[[], bool]) -> None:
        """Until `ready`; fails with the end of the log when the server ends or takes too long."""
        end = time.monotonic() + READY_SECONDS
        while not ready():
            if self._process.poll() is not None or time.monotonic() > end:
                pytest.fail(f"the server is not ready: {self.output()[-3000:]}")
            time.sleep(0.25)

    def output(self) -> str:
        return self._log.read_text("utf-8", "replace")


def answers(url: str) -> bool:
    """Whether a GET of the address succeeds."""
    try:
        with urlopen(url, timeout=30) as response:
            return bool(response.status == 200)
    except (URLError, OSError):
        return False
