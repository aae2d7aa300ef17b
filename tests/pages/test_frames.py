import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.pages.frames import Frame, cut

TEXTS = st.text() | st.sampled_from(["<!--", "-->", "<!-- slot:", "<!-- slot:A -->", "<!--slot:a-->", "{{ a }}", "\\1"])
NAMES = st.text("abcdefghijklmnopqrstuvwxyz-", min_size=1)


def slot(name: str) -> str:
    return f"<!-- slot:{name} -->"


@given(st.lists(TEXTS | NAMES.map(slot)).map("".join))
def test_a_frame_filled_with_its_own_slots_is_the_page_again(html: str) -> None:
    frame = cut(html)
    assert frame.fill({name: slot(name) for name in frame.slots}) == html


@given(TEXTS, st.lists(st.tuples(NAMES, TEXTS)))
def test_a_page_is_cut_at_each_slot_and_nowhere_else(first: str, rest: list[tuple[str, str]]) -> None:
    html = first + "".join(slot(name) + text for name, text in rest)
    assert cut(html) == Frame((first, *(text for _, text in rest)), tuple(name for name, _ in rest))


@given(TEXTS | NAMES.map(slot))
def test_what_is_filled_in_is_not_read_again(text: str) -> None:
    assert cut("a<!-- slot:x -->b<!-- slot:x -->c").fill({"x": text}) == f"a{text}b{text}c"


def test_a_slot_without_a_value_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="body"):
        cut("<!-- slot:head --><!-- slot:body -->").fill({"head": ""})


def test_values_without_a_slot_are_left_out() -> None:
    assert cut("a<!-- slot:x -->").fill({"x": "1", "y": "2"}) == "a1"


def test_an_emoji_is_a_character_and_no_picture_of_another_host() -> None:
    picture = '<img alt="😄" class="twemoji" src="https://cdn.example/1f604.svg" title=":smile:" />'
    assert cut(f"<p>Well {picture}, <img alt=map src=map.png>").pieces == ("<p>Well 😄, <img alt=map src=map.png>",)
