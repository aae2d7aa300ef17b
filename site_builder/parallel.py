"""Work done side by side, where the machine allows it.

Each task runs in a forked process, which has the archive in memory already: nothing but results is handed over.
Where processes cannot be forked safely (no such system call, threads running, one core), tasks run one after another.
"""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")


def run(tasks: Sequence[Callable[[], T]]) -> list[T]:
    """The results of tasks in their order; the first exception of any is raised when all have ended."""
    if len(tasks) < 2 or not _can_fork():
        return [task() for task in tasks]
    context = multiprocessing.get_context("fork")
    gc.freeze()  # what is here already is neither looked through nor copied by the children's collectors
    started = []
    # A signal that arrives amid a fork would be lost in Python's own hooks: it waits until all have started.
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    for task in tasks:
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(task, sender), daemon=True)
        process.start()
        sender.close()
        started.append((process, receiver))
    results: list[T] = []
    failures: list[Exception] = []
    try:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)
        for _, receiver in started:
            try:
                result, failure = receiver.recv()
            except EOFError:
                failure = RuntimeError("a worker process died")
            if failure:
                failures.append(failure)
            else:
                results.append(result)
    finally:  # whoever interrupts us finds no worker still at work
        for process, _ in started:
            process.terminate()
            process.join()
        gc.unfreeze()
    if failures:
        raise failures[0]
    return results


def _work(task: Callable[[], T], sender: Connection) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted too, and ends us
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
    gc.disable()  # a child makes few cycles and is gone soon
    try:
        sender.send((task(), None))
    except Exception as error:
        sender.send((None, error))


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _can_fork() -> bool:
    return cores() > 1 and hasattr(os, "fork") and threading.active_count() == 1
