"""Progress of long work, as whoever shows it is told of it."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with what is being done (a message id), and how many parts of how many are done."""


def no_progress(doing: str, done: int, count: int) -> None:
    """Show nothing."""
