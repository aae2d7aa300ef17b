"""What `claims new` proposes, refuses at once, and asks again."""

import json
from pathlib import Path

import pytest

from site_builder.new.answers import draft_file
from tests.cli.test_fix_new import FILE, SAID, add, files, is_clean, options, root, run

__all__ = ["root"]  # the fixture
ENTITY = ["person", "Mara Lind", "마라 린드", "", ""]


def without(*names: str) -> list[str]:
    """The options of a whole claim but some, which are asked for."""
    return options({name: value for name, value in SAID.items() if name not in names})


@pytest.mark.parametrize("name", ["Norden Kurier", "Mara Ollinek", "1", "0", "City", "오를라 벤", "Omber Times"])
@pytest.mark.parametrize("option", ["publisher", "claimant", "about"])
def test_a_name_that_is_not_registered_is_a_new_one_unless_the_person_says_otherwise(
    root: Path, name: str, option: str
) -> None:
    before, kind, after = {"publisher": (0, "", 5), "claimant": (2, "person", 3), "about": (3, "topic", 3)}[option]
    names = ["", "이름"] if name.isascii() else ["Orla Venn", ""]
    answers = [*[""] * before, name, "", kind, *names, "", "new-one", *[""] * after]
    result = run("new", *without(option), answers=answers)
    assert result.exit_code == 0, result.output
    assert (root / "claims/entities/new-one.yml").exists()
    assert "new-one" in next((root / "claims/2031").glob("2031-03-14-*.yml")).read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Omber Daly", "omber-daily"),
        ("the omber daily", "omber-daily"),
        ("옴버일보", "omber-daily"),
        ("옴버 일보는", "omber-daily"),
    ],
)
def test_a_name_that_is_nearly_registered_is_taken_for_it(root: Path, name: str, id: str) -> None:
    result = run("new", *without("publisher"), answers=[name, "", "", "", "", "", ""])
    assert result.exit_code == 0, result.output
    assert f"publisher: {id}\n" in (root / FILE).read_text("utf-8")


@pytest.mark.parametrize(
    ("option", "offered", "refused"),
    [("publisher", "outlet", "person"), ("claimant", "country", "event"), ("claimant", "group", "equipment")],
)
def test_only_kinds_are_offered_that_can_stand_there(root: Path, option: str, offered: str, refused: str) -> None:
    first = [] if option == "publisher" else ["", ""]
    result = run("new", *without(option), answers=[*first, "Norden", "", refused, offered])
    listed = [
        line.split() for line in result.output.splitlines() if line.startswith("  ") and line.strip()[0].isdigit()
    ]
    assert offered in {line[1].rstrip(",") for line in listed}
    assert refused not in {line[1].rstrip(",") for line in listed}
    assert f"{refused} is not in the list" in result.output


def test_an_entity_of_a_kind_that_cannot_stand_there_is_not_proposed(root: Path) -> None:
    result = run("new", *without("claimant"), answers=["", "", "Lantern Walk", "City Office of Omber", "", "", "", ""])
    assert "lantern-walk is of another kind, and cannot stand here" in result.output
    assert "  1  lantern-walk" not in result.output
    assert "claimant: city-office\n" in (root / FILE).read_text("utf-8")


@pytest.mark.parametrize(
    ("option", "before", "wrong", "said"),
    [
        ("title-en", 4, "시청의 발표", "this text is not in English (en)"),
        ("title-ko", 4, "City Office", "this text is not in Korean (ko)"),
        ("url", 0, "example.org/lanterns", "write https://example.org/lanterns"),
        ("said", 2, "2040-01-01", "too late"),
        ("quote", 2, "", "an answer is needed here"),
        ("title-en", 4, "", "an answer is needed here"),
    ],
)
def test_an_answer_is_checked_when_it_is_given(root: Path, option: str, before: int, wrong: str, said: str) -> None:
    ends = [""] if option == "quote" else []
    answers = [*[""] * before, wrong, *(ends if wrong else []), SAID[option], *ends, *[""] * 6]
    result = run("new", *without(option), answers=answers)
    assert result.exit_code == 0, result.output
    assert said in result.output
    assert is_clean(root)


def test_one_can_go_back_and_change_an_answer(root: Path) -> None:
    answers = [
        "<",
        "person",
        "Mara Lnid",
        "<",
        "Mara Lind",
        "마라 린드",
        "＜",
        "",
        "<",
        "<",
        "",
        "",
        "Mara",
        "마라",
        "",
    ]
    result = run("new", "entity", answers=answers)
    assert result.exit_code == 0, result.output
    assert "this is the first question" in result.output
    assert "Full name in English [Mara Lnid]: " in result.output
    text = (root / "claims/entities/mara-lind.yml").read_text("utf-8")
    assert text.endswith("kind: person\nname:\n  en: Mara Lind\n  ko: 마라 린드\nshort:\n  en: Mara\n  ko: 마라\n")


def test_what_was_left_out_may_be_left_out_again(root: Path) -> None:
    result = run("new", "entity", answers=[*ENTITY[:3], "M.", "<", "-", ""])
    assert result.exit_code == 0, result.output
    assert "Short name in English [M.; - for none]: " in result.output
    assert "short" not in (root / "claims/entities/mara-lind.yml").read_text("utf-8")


def test_a_draft_is_offered_again_and_troubles_nobody(root: Path) -> None:
    before = files(root)
    assert "takes it up again" in run("new", "entity", answers=ENTITY[:2]).stderr
    assert files(root) == before
    assert is_clean(root)
    again = run("new", "entity", answers=["", *ENTITY[2:]])
    assert again.exit_code == 0, again.output
    assert "Go on with 2 answers from last time?" in again.output
    assert "What is it?: person\nFull name in English: Mara Lind\n" in again.output
    assert "from last time" not in run("new", "entity").output


def test_a_draft_can_be_thrown_away(root: Path) -> None:
    run("new", "entity", answers=ENTITY[:2])
    result = run("new", "entity", "--lang", "ko", answers=["ㄴ", "매체"])
    assert json.loads(draft_file(root, "entity").read_text("utf-8"))[0] == [["--kind", "outlet"]]
    assert "Mara Lind" not in result.output


def test_of_what_is_wrong_between_answers_only_one_is_asked_for_again(root: Path) -> None:
    said = {"accessed": "2031-03-20", "published": "2031-03-25"}
    result = run("new", *options({**SAID, **said}), answers=["", "", "", "", "2031-03-15"])
    assert result.exit_code == 0, result.output
    assert "error[" in result.output
    assert result.output.count("When was it published?") == 1
    assert "published: 2031-03-15\n" in (root / FILE).read_text("utf-8")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_at_the_end_the_next_steps_can_be_copied(root: Path, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "claims")
    result = run("new", "entity", "--lang", language, answers=ENTITY)
    assert result.exit_code == 0, result.output
    for line in (" check\n", "  git switch -c mara-lind\n", "  git add .\n", "  git push -u origin mara-lind\n"):
        assert line in result.output


def test_without_questions_nothing_is_kept(root: Path) -> None:
    add("entity", {"kind": "person"})
    assert not draft_file(root, "entity").exists()
