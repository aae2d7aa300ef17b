"""Work done side by side, where the machine allows it.

As many processes as there are cores are forked, which have the archive in memory already; each takes the next task
when it is done with one, so that long and short ones even out. Tasks that share what they work out stand in one queue:
a process stays with a queue as long as there is something in it. Nothing but results is handed over. Where processes
cannot be forked safely (no such system call, threads running, one core), tasks run one after another.
"""

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from itertools import accumulate, chain
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TypeVar, cast

from site_builder.runtime import garbage
from site_builder.runtime.progress import Progress, no_progress

T = TypeVar("T")
_Outcome = tuple[int, T | None, Exception | None]
"""The number of a task, and what it gave or why it failed."""
_NUMBER = 4
"""Bytes of a task's number. A pipe of 64 KiB, which every system has, holds those of 16,000 tasks."""


def run(queues: Sequence[Sequence[Callable[[], T]]], doing: str = "", progress: Progress = no_progress) -> list[T]:
    """Return the results of all queues' tasks in their order.

    `progress` hears what they are doing (a message id) and how many are done. Where tasks fail, the exception of the
    first of them is raised when all have ended.
    """
    with contextlib.closing(arriving(queues, doing, progress)) as results:
        return [result for _, result in sorted(results, key=lambda each: each[0])]


def arriving(
    queues: Sequence[Sequence[Callable[[], T]]], doing: str = "", progress: Progress = no_progress
) -> Generator[tuple[int, T], None, None]:
    """As `run`, but yield each result as soon as it is there, with the number of its task."""
    tasks = list(chain(*queues))
    is_parallel = len(tasks) > 1 and _can_fork()
    failures: dict[int, Exception] = {}
    done = 0
    with contextlib.closing(_in_processes(tasks, queues) if is_parallel else _in_turn(tasks)) as outcomes:
        for number, result, failure in outcomes:
            done += 1
            progress(doing, done, len(tasks))
            if failure:
                failures[number] = failure
            else:
                yield number, cast(T, result)
    if failures:
        raise failures[min(failures)]
    if done < len(tasks):
        raise RuntimeError("a worker process died")


def _in_turn(tasks: Sequence[Callable[[], T]]) -> Generator[_Outcome[T], None, None]:
    for number, task in enumerate(tasks):
        yield number, task(), None


def _in_processes(
    tasks: Sequence[Callable[[], T]], queues: Sequence[Sequence[object]]
) -> Generator[_Outcome[T], None, None]:
    """Yield the outcomes of tasks that worker processes take from the queues, until all workers have ended."""
    numbers = [_pipe(range(start, start + len(queue))) for start, queue in zip(_starts(queues), queues, strict=True)]
    garbage.freeze()  # the children's collectors neither look through what is here already nor copy it
    # A signal that arrives amid a fork would be lost in Python's own hooks: it waits until all have started.
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    workers = dict(_started(tasks, numbers, min(cores(), len(tasks))))
    try:
        for pipe in numbers:  # each worker has its own end: here nobody takes tasks
            os.close(pipe)
        signal.pthread_sigmask(signal.SIG_SETMASK, held)
        open_ends = set(workers)
        while open_ends:
            for receiver in cast(list[Connection], wait(list(open_ends))):
                try:
                    yield receiver.recv()
                except EOFError:
                    open_ends.remove(receiver)
    finally:  # whoever interrupts us finds no worker still at work
        for receiver, process in workers.items():
            process.terminate()
            process.join()
            receiver.close()
        garbage.unfreeze()


def _started(
    tasks: Sequence[Callable[[], T]], queues: Sequence[int], count: int
) -> Iterator[tuple[Connection, BaseProcess]]:
    """Start workers, each beginning with another queue; yield where its outcomes arrive, and the process."""
    context = multiprocessing.get_context("fork")
    for worker in range(count):
        own = worker % len(queues)
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(tasks, [*queues[own:], *queues[:own]], sender), daemon=True)
        process.start()
        sender.close()  # the worker's copy alone stays open, so that its end is noticed here
        yield receiver, process


def _starts(queues: Sequence[Sequence[object]]) -> list[int]:
    """The number of the first task of each queue."""
    return [0, *accumulate(len(queue) for queue in queues[:-1])]


def _pipe(numbers: Iterable[int]) -> int:
    """A queue that several processes can take numbers from."""
    end, start = os.pipe()
    os.write(start, b"".join(number.to_bytes(_NUMBER, "big") for number in numbers))
    os.close(start)
    return end


def _work(tasks: Sequence[Callable[[], T]], queues: Iterable[int], sender: Connection) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is interrupted too, and ends us
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
    garbage.never_collect()
    for queue in queues:
        while taken := os.read(queue, _NUMBER):
            number = int.from_bytes(taken, "big")
            try:
                sender.send((number, tasks[number](), None))
            except Exception as error:
                sender.send((number, None, error))


def shares(count: int, least: int, most: int) -> list[slice]:
    """Slices that cut a list of `count` things into at most `most` parts, none of fewer than `least` things.

    What lies beside each other stays together: a process copies of the memory that it shares what it looks at.
    """
    parts = max(1, min(most, count // least))
    return [slice(count * number // parts, count * (number + 1) // parts) for number in range(parts)]


def cores() -> int:
    """Count the processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _can_fork() -> bool:
    return cores() > 1 and hasattr(os, "fork") and threading.active_count() == 1
