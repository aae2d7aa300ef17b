"""Values that are worked out once, by what they are worked out from."""

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memo(dict[K, V]):
    """A dictionary that makes the value of a key when it is first asked for.

    `functools.cache` remembers for as long as the program runs; a memo goes with the object that holds it. Where `make`
    is a method of that object, the two hold each other, and only the garbage collector frees them.
    """

    def __init__(self, make: Callable[[K], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> V:
        value = self[key] = self._make(key)
        return value
