"""Run a function in a child process with a time and a memory limit.

In: a module-level function and its arguments. Out: what it returns; SandboxError for every other ending.
"""

import gc
import multiprocessing
import os
import resource
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

#: A server process that has the heavy libraries loaded: a child then starts in milliseconds.
_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["extractors.layout", "pipeline.extraction", "pipeline.warm"])


class SandboxError(Exception):
    """The child did not return. The message is French."""


class SandboxTimeout(SandboxError): ...


class SandboxMemory(SandboxError): ...


class SandboxCrash(SandboxError): ...


def run_limited(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Callable[[float, int], T]:
    """`run_limited(f, x)(seconds, memory_mb)`: the limits apart, so that f's own arguments stay typed."""

    def run(seconds: float, memory_mb: int) -> T:
        receiver, sender = _context.Pipe(duplex=False)
        child = _context.Process(target=_child, args=(sender, memory_mb, function, args, kwargs))
        child.start()
        sender.close()
        try:
            return _receive(receiver, seconds, memory_mb)
        finally:
            receiver.close()
            _end(child)

    return run


def _receive(receiver: Connection, seconds: float, memory_mb: int) -> T:  # type: ignore[type-var]
    try:
        if not receiver.poll(seconds):
            raise SandboxTimeout(f"La lecture a été arrêtée après {seconds:g} secondes.")
        ok, value = receiver.recv()
    except (EOFError, ConnectionResetError) as error:
        raise SandboxCrash("Le lecteur s'est arrêté net sur ce document.") from error
    if ok:
        return value  # type: ignore[no-any-return]
    if isinstance(value, MemoryError):
        raise SandboxMemory(f"La lecture a demandé plus de {memory_mb} Mo de mémoire.")
    raise SandboxCrash(f"Le lecteur a échoué : {type(value).__name__} : {value}") from value


def _child(
    sender: Connection,
    memory_mb: int,
    function: Callable[..., object],
    args: tuple[object, ...],
    kwargs: dict[str, object],
) -> None:
    # A reader lives for one document: looking for cycles among its many records costs a seventh of its time.
    gc.set_threshold(100_000, 50, 50)
    os.setsid()  # so that what the child starts (Tesseract) ends with it
    resource.setrlimit(resource.RLIMIT_DATA, (memory_mb * 2**20,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        answer: tuple[bool, object] = (True, function(*args, **kwargs))
    except Exception as error:  # the border of the process: every failure is told to the parent
        answer = (False, error)
    try:
        sender.send(answer)
    except (TypeError, AttributeError, ValueError):  # an exception that cannot be pickled
        sender.send((False, RuntimeError(repr(answer[1])[:500])))
    sender.close()


def _end(child: "multiprocessing.context.ForkServerProcess") -> None:
    child.join(0.2)
    if child.is_alive() and child.pid is not None:
        try:
            os.killpg(child.pid, signal.SIGKILL)
        except ProcessLookupError:
            child.kill()
    child.join()
    child.close()
