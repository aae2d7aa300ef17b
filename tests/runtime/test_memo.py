"""Values that are worked out once."""

import pytest

from site_builder.runtime.memo import Memo


def test_a_value_is_made_once_for_each_key() -> None:
    asked: list[str] = []

    def make(key: str) -> int:
        asked.append(key)
        return len(key)

    memo = Memo(make)
    assert [memo["a"], memo["bb"], memo["a"]] == [1, 2, 1]
    assert asked == ["a", "bb"]
    assert memo == {"a": 1, "bb": 2}


def test_what_could_not_be_made_is_tried_again() -> None:
    memo = Memo(int)
    for _ in range(2):
        with pytest.raises(ValueError, match="invalid literal"):
            memo["none"]
    assert not memo
