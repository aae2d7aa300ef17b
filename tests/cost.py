"""What an act costs, to be held against what another one costs.

A test that asks for seconds fails on a slow or busy machine. One that asks for a proportion fails where the cost grows
faster than the input, which is what must not be.
"""

from collections.abc import Callable
from time import process_time

_TRIES = 3


def cost(act: Callable[[], object]) -> float:
    """The time of the processor that an act takes: the least of several tries, as what disturbs one only adds to it."""
    return min(_once(act) for _ in range(_TRIES))


def _once(act: Callable[[], object]) -> float:
    start = process_time()
    act()
    return process_time() - start
