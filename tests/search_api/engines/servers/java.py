"""A JDK and Maven artefacts for the servers of the tests; `pytest.skip` with the reason where they are missing."""

import fcntl
import os
import re
import shutil
import subprocess
from functools import lru_cache
from pathlib import Path

import pytest

JDK = 21  # what Elasticsearch 9 and OpenSearch 3 need
JVMS = Path("/usr/lib/jvm")


@lru_cache(maxsize=1)
def java_home() -> Path:
    """The newest JDK (with javac) of at least 21: JAVA_HOME, or one under the system's JVM folder."""
    homes = [Path(os.environ["JAVA_HOME"])] if "JAVA_HOME" in os.environ else []
    homes += [path for path in sorted(JVMS.glob("*")) if path.is_dir()]
    found = {home: version for home in homes if (version := _version(home)) >= JDK}
    if not found:
        pytest.skip(f"no JDK of at least {JDK} in JAVA_HOME or under {JVMS}")
    return max(found, key=lambda home: found[home])


def _version(home: Path) -> int:
    """As its file `release` says; 0 where there is no compiler."""
    release = home / "release"
    if not (home / "bin" / "javac").exists() or not release.exists():
        return 0
    found = re.search(r'^JAVA_VERSION="(\d+)', release.read_text(encoding="utf-8"), re.MULTILINE)
    return int(found.group(1)) if found else 0


def fetched(name: str, goal: str, *options: str) -> Path:
    """The folder that a goal of Maven's dependency plugin filled, kept between sessions."""
    folder = _cache() / name
    folder.parent.mkdir(parents=True, exist_ok=True)
    with (folder.parent / "lock").open("w") as lock:  # two workers share one Maven repository
        fcntl.flock(lock, fcntl.LOCK_EX)
        if folder.exists():
            return folder
        maven = shutil.which("mvn")
        if maven is None:
            pytest.skip("Maven (mvn) is not installed")
        part = folder.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        command = (maven, "-q", "-B", f"dependency:{goal}", f"-DoutputDirectory={part}", *options)
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=540, check=False)
        except subprocess.TimeoutExpired:
            pytest.skip(f"Maven did not bring {name} in 9 minutes")
        if done.returncode or not part.is_dir():
            pytest.skip(f"Maven did not bring {name}: {(done.stdout + done.stderr)[-500:]}")
        part.rename(folder)
        return folder


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "atlas-cls" / "servers"
