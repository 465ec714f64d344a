"""A PostgreSQL of our own, on a socket in a temporary folder, stopped at the end."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


def _run(*command: str, user: str | None, log: Path) -> None:
    """Output goes to a file: the server keeps it open, and a pipe would never end."""
    with log.open("ab") as out:
        done = subprocess.run(
            command, stdout=out, stderr=out, user=user, cwd=log.parent, timeout=60, check=False
        )
    if done.returncode:
        pytest.fail(f"{' '.join(command)}: {log.read_text('utf-8', 'replace')[-2000:]}")


@pytest.fixture(scope="session")
def postgresql() -> Generator[str]:
    """The address of an empty server. Root may not start one, so an unprivileged user does."""
    if not PROGRAMS:
        pytest.skip("PostgreSQL server programs are not installed under /usr/lib/postgresql")
    pytest.importorskip("psycopg", reason="the postgresql extra is not installed")
    programs = PROGRAMS[-1].parent
    user = None
    if os.geteuid() == 0:
        names = {entry.pw_name for entry in pwd.getpwall()}
        user = next((name for name in ("postgres", "nobody") if name in names), None)
        if user is None:
            pytest.skip("root may not start PostgreSQL and there is neither postgres nor nobody")
    base = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # a socket's path is at most 107 bytes
    try:
        if user is not None:
            shutil.chown(base, user)
        log, data = base / "log", base / "data"
        log.touch()
        create = ("--auth=trust", "--username=atlas", "--encoding=UTF8", "--locale=C", "--no-sync")
        _run(str(programs / "initdb"), "--pgdata", str(data), *create, user=user, log=log)
        options = f"-c listen_addresses= -c unix_socket_directories={base} -c fsync=off"
        control = (str(programs / "pg_ctl"), "--pgdata", str(data), "--wait")
        _run(*control, "--options", options, "start", user=user, log=log)
        try:
            yield f"postgresql+psycopg://atlas@/postgres?host={base}"
        finally:
            _run(*control, "--mode", "immediate", "stop", user=user, log=log)
    finally:
        shutil.rmtree(base)
