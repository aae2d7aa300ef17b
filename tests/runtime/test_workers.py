"""Tasks done side by side: their results, their failures, and that no process outlives them."""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.runtime import workers
from tests.commands import Done, run_python
from tests.records import ROOT

Task = Callable[[], object]


@pytest.fixture(params=[1, 2, 3])
def cores(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """With one core tasks run in this process, one after another."""
    count: int = request.param
    monkeypatch.setattr(workers, "cores", lambda: count)
    return count


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "cores", lambda: 2)


@pytest.fixture(autouse=True)
def no_process_is_left() -> Iterator[None]:
    """Tests that wait for each other's processes would wait for ever if these went wrong: that ends them."""
    handler = signal.signal(signal.SIGALRM, lambda *_: pytest.fail("the tasks wait for each other"))
    signal.alarm(300)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, handler)
    assert multiprocessing.active_children() == []


@pytest.fixture
def fifo(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "fifo")
    return tmp_path / "fifo"


def numbers(*counts: int) -> list[list[Task]]:
    """Queues of tasks, each of which gives its own number."""
    starts = [sum(counts[:place]) for place in range(len(counts))]
    return [
        [partial(int, number) for number in range(start, start + count)]
        for start, count in zip(starts, counts, strict=True)
    ]


def queue(*tasks: Task) -> list[Task]:
    return [*tasks]


def fail(number: int) -> None:
    raise LookupError(number)


def meet(fifo: Path, mode: str) -> int:
    """Wait until the task that opens the other end runs too; the process that this one runs in."""
    with fifo.open(mode):
        return os.getpid()


@pytest.mark.parametrize("counts", [(), (0,), (1,), (7,), (2, 5), (0, 4), (3, 0, 4), (1, 1, 1, 1)], ids=str)
def test_results_stand_in_the_order_of_their_tasks(cores: int, counts: tuple[int, ...]) -> None:
    assert workers.run(numbers(*counts)) == list(range(sum(counts)))


def test_results_arrive_with_the_numbers_of_their_tasks(cores: int) -> None:
    assert sorted(workers.arriving(numbers(3, 4))) == [(number, number) for number in range(7)]


def test_whoever_waits_hears_how_many_are_done(cores: int) -> None:
    heard: list[tuple[str, int, int]] = []
    workers.run(numbers(2, 3), "Counting", lambda *told: heard.append(told))
    assert heard == [("Counting", done, 5) for done in range(1, 6)]


def test_tasks_run_in_other_processes_where_there_are_several_cores(cores: int) -> None:
    processes = set(workers.run([queue(os.getpid) * 20]))
    assert len(processes) <= cores
    assert (os.getpid() in processes) == (cores == 1)


def test_what_tasks_do_to_memory_stays_with_them(two_cores: None) -> None:
    mine: list[int] = []
    workers.run([queue(partial(mine.append, 1)) * 4])
    assert mine == []


def test_a_task_alone_needs_no_other_process(two_cores: None) -> None:
    assert workers.run([queue(os.getpid)]) == [os.getpid()]


def test_beside_other_threads_nothing_is_forked(two_cores: None) -> None:
    """What another thread holds locked would stay locked in a child for ever."""
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        assert set(workers.run([queue(os.getpid) * 4])) == {os.getpid()}
    finally:
        end.set()
        thread.join()


def test_each_process_begins_with_a_queue_of_its_own_and_helps_with_the_others(two_cores: None, fifo: Path) -> None:
    """The two that meet are each the first of their queue."""
    long, short = queue(partial(meet, fifo, "r"), *[os.getpid] * 20), queue(partial(meet, fifo, "w"))
    first, *others, last = workers.run([long, short])
    assert first != last
    assert {*others} <= {first, last}


def test_whoever_is_done_takes_from_another_queue(two_cores: None, fifo: Path) -> None:
    """Whoever has the short queue must begin the last task of the long one, for which its first one waits."""
    long, short = queue(partial(meet, fifo, "r"), *[os.getpid] * 3, partial(meet, fifo, "w")), queue(os.getpid)
    first, *others = workers.run([long, short])
    assert first not in others
    assert len({*others}) == 1


def test_of_several_failures_the_first_is_raised_when_all_tasks_have_ended(two_cores: None, tmp_path: Path) -> None:
    made = [tmp_path / str(number) for number in range(4)]
    with pytest.raises(LookupError, match="3"):
        workers.run([queue(partial(fail, 3), *[file.touch for file in made], partial(fail, 5))])
    assert all(file.exists() for file in made)


def test_a_failure_is_raised(cores: int) -> None:
    with pytest.raises(LookupError, match="7"):
        workers.run([queue(partial(int, 1), partial(fail, 7))])


def test_notes_of_a_failure_stay_with_it(cores: int) -> None:
    def fail_with_a_note() -> None:
        error = LookupError("lost")
        error.add_note("page.html")
        raise error

    with pytest.raises(LookupError) as raised:
        workers.run([queue(fail_with_a_note, int)])
    assert raised.value.__notes__ == ["page.html"]


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_process_that_dies_is_noticed(two_cores: None, number: signal.Signals) -> None:
    def die() -> None:
        os.kill(os.getpid(), number)
        signal.pause()

    with pytest.raises(RuntimeError, match="a worker process died"):
        workers.run([queue(int, die, int, int)])


def test_whoever_needs_no_more_results_leaves_no_process(two_cores: None) -> None:
    with closing(workers.arriving([queue(int, signal.pause), queue(int, signal.pause)])) as results:
        assert next(results) in ((0, 0), (2, 0))
        assert len(multiprocessing.active_children()) == 2
    assert multiprocessing.active_children() == []


INTERRUPTED = """
import multiprocessing, os, signal, sys
from site_builder.runtime import workers
signal.signal(signal.SIGTERM, lambda *_: sys.exit(3))
signal.signal(signal.SIGINT, lambda *_: sys.exit(4))
workers.cores = lambda: 2
def strike():
    {strike}
    signal.pause()
try:
    workers.run([[signal.pause, strike]])
finally:
    assert not multiprocessing.active_children()
"""
STRIKES = {
    "os.kill(os.getppid(), signal.SIGTERM)": 3,
    "os.kill(os.getppid(), signal.SIGINT)": 4,
    "os.killpg(os.getpgrp(), signal.SIGINT)": 4,
}
"""Signals to us alone, as from a service, and to all of us, as from a terminal; and how we end."""


@pytest.mark.parametrize(("strike", "code"), STRIKES.items())
def test_who_is_interrupted_leaves_no_process(strike: str, code: int) -> None:
    assert run_python("-c", INTERRUPTED.format(strike=strike), at=ROOT) == Done(code, "", "")


@given(st.integers(0, 10_000), st.integers(1, 600), st.integers(1, 20))
def test_shares_cut_a_list_into_parts_that_are_worth_it(count: int, least: int, most: int) -> None:
    things = list(range(count))
    shares = workers.shares(count, least, most)
    parts = [things[share] for share in shares]
    assert [each for part in parts for each in part] == things
    assert 1 <= len(parts) <= most
    assert len(parts) == 1 or min(map(len, parts)) >= least
    assert all(abs(len(one) - len(other)) <= 1 for one, other in pairwise(parts))


@pytest.mark.usefixtures("two_cores")
def test_nothing_stays_open_or_frozen() -> None:
    gc.unfreeze()
    before = len(os.listdir("/dev/fd"))  # noqa: PTH208 (the folder is made as it is read)
    assert workers.run(numbers(3, 3)) == [0, 1, 2, 3, 4, 5]
    assert len(os.listdir("/dev/fd")) == before  # noqa: PTH208
    assert gc.get_freeze_count() == 0


@pytest.mark.usefixtures("two_cores")
def test_each_worker_begins_with_a_queue_of_its_own(tmp_path: Path) -> None:
    """Each task waits for its like of the other queue: two workers that begin with one queue would wait for ever."""
    fifos = [tmp_path / "one", tmp_path / "two"]
    for fifo in fifos:
        os.mkfifo(fifo)
    first, second = workers.run([[partial(meet, fifo, mode) for fifo in fifos] for mode in ("r", "w")])[::2]
    assert first != second
