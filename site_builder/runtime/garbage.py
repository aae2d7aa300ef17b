"""Python's garbage collector, switched in this one place.

Records, groups and pages hold no cycles. What stays is frozen, so that the collector does not walk it again and again,
and forked processes do not copy its memory by doing so.
"""

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def collector_off() -> Iterator[None]:
    """Disable the garbage collector inside the block."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def freeze() -> None:
    """Take everything that there is now out of the collector's sight."""
    gc.freeze()


def unfreeze() -> None:
    """Put what was frozen back into the collector's sight."""
    gc.unfreeze()


def never_collect() -> None:
    """Disable the collector for good, in a process that makes few cycles and is gone soon."""
    gc.disable()
