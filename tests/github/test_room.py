"""The room for texts on GitHub."""

import pytest

from site_builder.github import replies
from site_builder.github.room import length, that_fit
from site_builder.language.language import Language

LANGUAGES = [Language("en"), Language("ko")]


@pytest.mark.parametrize(("room", "count"), [(0, 0), (2, 0), (3, 1), (8, 1), (9, 2), (10, 3)])
def test_the_first_parts_that_find_room_stay(room: int, count: int) -> None:
    parts = ["ab", "가나다🙂", ""]  # with one character behind each: 3, 9 and 10
    assert that_fit(parts, room, 1) == parts[:count]


def test_an_answer_to_a_proposal_finds_room_whatever_is_quoted_in_it() -> None:
    told = {language: [("Headline", "🙂" * 5_000)] * 80 for language in LANGUAGES}
    written = replies.refusal(told, {})
    assert length(written) < 65_536
    assert "🙂" * 900 in written
