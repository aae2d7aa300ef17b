"""The answers of a form are read as they were given, whatever they hold; what could be two things is refused."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.github.issue_form import NO_RESPONSE, Answers, Kind, Question, answers, label
from tests.cost import cost
from tests.github.proposing import ANSWERS, FORM, LANGUAGES, QUESTIONS, body

LINE = f"### {label(QUESTIONS['claimant'], LANGUAGES)}"
"""The label of a question in the middle of the form."""


def read(text: str) -> Answers:
    return answers(text, FORM, LANGUAGES)


def ids(questions: object) -> list[str]:
    assert isinstance(questions, (list, tuple))
    return [question.id for question in questions]


def test_every_answer_is_found() -> None:
    found = read(body(ANSWERS))
    assert found.is_whole
    promised = found.given["promises"]
    assert {id: text for id, text in found.given.items() if text} == {**ANSWERS, "promises": promised}
    assert promised.count("- [X] ") == 2


def test_lines_may_end_as_windows_ends_them() -> None:
    assert read(body(ANSWERS).replace("\n", "\r\n")) == read(body(ANSWERS)) != read("")


@pytest.mark.parametrize(
    "text",
    [
        "### A heading of its own\n\nand text",
        "one\n\n### Another heading\n\ntwo",
        f"no empty line before\n{LINE}\nso it is text",
        f"before\n\n {LINE}\n\nindented, so it is text",
        "```\ncode\n```",
        "`````\n\n```",
        "$(touch x) `touch x` ${{ github.token }} ::add-mask::word",
        "<!-- claims --> @keeper fixes #1 ![](https://example.org/pixel.png)",
        "\u202eturned\u2066\u200bzero\x00width",
        NO_RESPONSE,
        "### ",
    ],
)
def test_words_may_be_any(text: str) -> None:
    found = read(body({**ANSWERS, "quote": text}))
    assert found.is_whole
    assert found.given["quote"] == text
    assert found.given["claimant"] == "city-office"


@pytest.mark.parametrize("where", ["url", "quote", "claimant", "about", "remark"])
def test_a_label_that_stands_there_twice_is_refused(where: str) -> None:
    found = read(body({**ANSWERS, where: f"words\n\n{LINE}\n\nmore words"}))
    assert ids(found.repeated) == ["claimant"]


def test_a_label_that_is_not_there_is_missed() -> None:
    found = read(body(ANSWERS).replace(LINE, "### Who?"))
    assert (ids(found.absent), ids(found.repeated)) == (["claimant"], [])


def test_a_label_out_of_its_place_is_missed() -> None:
    moved = body(ANSWERS).replace(f"{LINE}\n\ncity-office\n\n", "") + f"\n\n{LINE}\n\ncity-office\n"
    assert ids(read(moved).absent) == ["claimant"]


@pytest.mark.parametrize("text", ["", "Hello", "### Another form\n\nwith an answer", "### \n" * 100])
def test_what_was_not_made_with_the_form_has_no_answers(text: str) -> None:
    found = read(text)
    assert len(found.absent) == len(FORM.questions)
    assert not found.given


@pytest.mark.parametrize("answer", [f"\n\n{NO_RESPONSE}\n\n", "```text\n\n```", "```\n```", ""])
def test_nothing_is_nothing(answer: str) -> None:
    asked = f"### {label(QUESTIONS['translation-en'], LANGUAGES)}\n\n"
    assert body(ANSWERS).count(f"{asked}{NO_RESPONSE}") == 1
    found = read(body(ANSWERS).replace(f"{asked}{NO_RESPONSE}", f"{asked}{answer}"))
    assert found.is_whole
    assert found.given["translation-en"] == ""


@pytest.mark.parametrize("end", ["", "\n```\nand more", "\n````"])
def test_words_that_leave_their_fence_are_refused(end: str) -> None:
    text = body(ANSWERS).replace(f"{ANSWERS['quote']}\n```", f"{ANSWERS['quote']}{end}")
    assert ids(read(text).unclosed) == ["quote"]


def test_words_without_a_fence_are_taken_as_they_are() -> None:
    text = body(ANSWERS).replace(f"```text\n{ANSWERS['quote']}\n```", ANSWERS["quote"])
    assert read(text).given["quote"] == ANSWERS["quote"]


@pytest.mark.parametrize("boxes", ["- [ ] a\n- [X] b", "- [X] a", "- [ ] a\n- [ ] b", "yes", ""])
def test_all_boxes_must_be_ticked(boxes: str) -> None:
    text = re.sub(r"- \[X\] .*\n- \[X\] .*", boxes, body(ANSWERS))
    assert text != body(ANSWERS)
    assert read(text).given["promises"] == ""


@pytest.mark.parametrize("piece", ["### \n\n", f"{LINE}\n\n", "```\n", "- [X] a\n", "\r\n", "홍수", "### \r\n\r\n"])
def test_long_bodies_take_linear_time(piece: str) -> None:
    short, long = piece * 1_000, piece * 20_000
    assert cost(lambda: read(long)) < 60 * cost(lambda: read(short))


def fits(text: str) -> bool:
    """Tell whether text can be an answer: its first and its last line have something, which GitHub would cut off."""
    lines = text.split("\n")
    return bool(lines[0].strip() and lines[-1].strip()) and "\r" not in text


TEXT = st.text(max_size=60) | st.lists(
    st.sampled_from(["### ", "```", "text", "\n", "\n\n", "- [X] ", NO_RESPONSE, "words", " "]), max_size=8
).map("".join)


WORDS = st.just("") | TEXT.filter(fits)
OTHERS = WORDS.map(lambda text: "" if text == NO_RESPONSE else text)


def any_answer(question: Question) -> st.SearchStrategy[str]:
    if question.kind is Kind.CHOICE:
        return st.sampled_from(["", *question.choices])
    if question.kind is Kind.BOXES:
        return st.just("x")
    return WORDS if question.kind is Kind.WORDS else OTHERS


@given(st.fixed_dictionaries({question.id: any_answer(question) for question in FORM.questions}))
def test_what_was_answered_is_read(given_answers: dict[str, str]) -> None:
    found = read(body(given_answers))
    assert found.is_whole
    promised = found.given["promises"]
    assert promised
    assert found.given == {**given_answers, "promises": promised}
