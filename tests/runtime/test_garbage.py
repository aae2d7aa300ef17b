import gc
from collections.abc import Iterator

import pytest

from site_builder.runtime import garbage


@pytest.fixture(autouse=True, params=[True, False], ids=["on", "off"])
def was_enabled(request: pytest.FixtureRequest) -> Iterator[bool]:
    """A collector in either state, which is on again in the end."""
    (gc.enable if request.param else gc.disable)()
    yield request.param
    gc.enable()


def test_the_collector_rests_inside_the_block(was_enabled: bool) -> None:
    with garbage.collector_off():
        assert not gc.isenabled()
        with garbage.collector_off():
            pass
        assert not gc.isenabled()
    assert gc.isenabled() == was_enabled


def test_the_collector_comes_back_after_a_failure(was_enabled: bool) -> None:
    with pytest.raises(LookupError), garbage.collector_off():
        raise LookupError
    assert gc.isenabled() == was_enabled


def test_a_function_may_be_the_block(was_enabled: bool) -> None:
    assert garbage.collector_off()(gc.isenabled)() is False
    assert gc.isenabled() == was_enabled


def test_what_is_frozen_thaws() -> None:
    before = gc.get_freeze_count()
    garbage.freeze()
    assert gc.get_freeze_count() > before
    garbage.unfreeze()
    assert gc.get_freeze_count() == 0


def test_a_process_may_never_collect() -> None:
    garbage.never_collect()
    assert not gc.isenabled()
