"""Answers are kept, taken back and given again."""

from pathlib import Path

import pytest

from site_builder.new.answers import Answers, draft_file, load


def given(*pairs: tuple[str, str], file: Path | None = None) -> Answers:
    answers = Answers(file)
    for key, text in pairs:
        answers.keep(key, text)
    return answers


def recalled(answers: Answers, *keys: str) -> list[str | None]:
    answers.begin_again()
    return [answers.recall(key) for key in keys]


def test_answers_are_recalled_in_the_order_of_their_questions() -> None:
    answers = given(("url", "a"), ("about", "b"), ("about", "c"))
    assert recalled(answers, "url", "about", "about", "about") == ["a", "b", "c", None]


def test_an_answer_to_a_question_that_is_asked_no_more_is_put_aside() -> None:
    answers = given(("claimant", "new"), ("kind", "person"), ("said", "2031"))
    assert recalled(answers, "claimant", "said", "kind") == ["new", "2031", None]
    assert answers.proposed("kind") == "person"


def test_a_new_question_between_others_leaves_those_behind_it_answered() -> None:
    answers = given(("claimant", "x"), ("said", "2031"))
    assert recalled(answers, "claimant", "kind") == ["x", None]
    answers.keep("kind", "person")
    assert answers.recall("said") == "2031"


def test_going_back_proposes_what_was_answered() -> None:
    answers = given(("url", "a"), ("title", "b"))
    assert answers.take_back()
    assert recalled(answers, "url", "title") == ["a", None]
    assert answers.proposed("title") == "b"
    answers.keep("title", "c")
    assert answers.proposed("title") is None
    assert answers.take_back()
    assert recalled(answers, "url") == ["a"]
    assert answers.take_back()
    assert recalled(answers, "url") == [None]
    assert not answers.take_back()


def test_one_answer_may_be_asked_for_again_while_those_behind_it_stay() -> None:
    answers = given(("about", "a"), ("about", "b"), ("title", "c"))
    answers.reopen("about", 0)
    assert recalled(answers, "about") == [None]
    assert answers.proposed("about") == "a"
    answers.keep("about", "d")
    assert [answers.recall("about"), answers.recall("title")] == ["b", "c"]


def test_answers_last_until_they_are_forgotten(tmp_path: Path) -> None:
    file = draft_file(tmp_path, "claim")
    assert not file.is_relative_to(tmp_path / "claims")
    answers = given(("url", "a"), ("title", "제목 \udcff"), file=file)
    answers.propose("quote", "half")
    again = load(file)
    assert recalled(again, "url", "title") == ["a", "제목 \udcff"]
    assert again.proposed("quote") == "half"
    again.forget()
    assert not file.exists()
    assert load(file).kept == []


@pytest.mark.parametrize("text", ["", "[", "{}", "[[], 1]", "[[[1, 2]], []]", "[[[]], []]", "null"])
def test_a_damaged_draft_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "draft").write_text(text)
    assert load(tmp_path / "draft").kept == []


def test_where_nothing_can_be_written_answers_last_as_long_as_the_questions(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    answers = given(("url", "a"), file=tmp_path / "file" / "draft.json")
    assert recalled(answers, "url") == ["a"]
