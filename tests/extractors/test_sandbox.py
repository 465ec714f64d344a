"""A child process ends in a value or in exactly one typed error."""

import os
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from extractors.sandbox import SandboxCrash, SandboxMemory, SandboxTimeout, run_limited


def double(value: int) -> int:
    return 2 * value


def sleep_long() -> None:
    time.sleep(60)


def eat_memory() -> int:
    return len(bytearray(3 * 2**30))


def die() -> None:
    os._exit(11)


def fail() -> None:
    raise ValueError("page abîmée")


def test_the_value_comes_back() -> None:
    assert run_limited(double, 21)(30, 1024) == 42


def test_several_at_once() -> None:
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda n: run_limited(double, n)(30, 1024), range(8))) == list(range(0, 16, 2))


def test_each_bad_ending_has_its_type() -> None:
    started = time.monotonic()
    with pytest.raises(SandboxTimeout, match="secondes"):
        run_limited(sleep_long)(0.5, 1024)
    assert time.monotonic() - started < 20
    with pytest.raises(SandboxMemory, match="1024 Mo"):
        run_limited(eat_memory)(30, 1024)
    with pytest.raises(SandboxCrash):
        run_limited(die)(30, 1024)
    with pytest.raises(SandboxCrash, match="page abîmée"):
        run_limited(fail)(30, 1024)
