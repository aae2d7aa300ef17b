"""`claims new` as a person meets it: in a terminal, with the stumbles of a first time."""

import json
from pathlib import Path

import pytest

from site_builder.new.answers import draft_file
from tests.commands import Done, RunCli
from tests.records import ARCHIVE, SCHEMAS, SERIES_FILE, write
from tests.terminal import ENTER, terminal

CONFIG = "site_name: X\ndocs_dir: content\ntheme: material\nplugins:\n  - claims:\n      languages: [en, ko]\n"
PASTE = "\x1b[200~{}\x1b[201~"
CLAIM = "claims/2031/2031-03-14-mara-ollinek-all-lanterns-blue.yml"
ENGLISH = [
    ("Address of the article", ""),
    ("Address of the article", "norden.example.org/blue"),
    ("Address of the article", "https://norden.example.org/blue"),
    ("Who published it?", "Norden Kurier"),
    ("Number, or another name [0]", ""),
    ("Number or word [1]", "no"),
    ("Number or word [1]", ""),
    ("Full name in English [Norden Kurier]", ""),
    ("Full name in Korean", ""),
    ("Full name in Korean", "노르덴 쿠리어"),
    ("Short name in English [none]", ""),
    ("Its id", ""),
    ("Headline of the article [none]", "Blue lanterns"),
    ("When was it published?", "yesterday"),
    ("When was it published?", "2031-03-14"),
    ("The words as published", "all lanterns were"),
    ("…", "blue this time"),
    ("…", ""),
    ("Their language (en, ko …) [en]", ""),
    ("The words translated into Korean", "이번에는 모든 등불이 파란색이었다"),
    ("…", ""),
    ("Number or word [2]", ""),
    ("Who made the claim?", "Mara Ollinek"),
    ("Number, or another name [0]", ""),
    ("Number or word: ", ""),
    ("Number or word: ", "person"),
    ("Full name in English [Mara Ollinek]", ""),
    ("Full name in Korean", "<"),
    ("Full name in English [Mara Ollinek]", ""),
    ("Full name in Korean", "마라 올리넥"),
    ("Short name in English [none]", ""),
    ("Its id", ""),
    ("When was it said?", "2031-03-14"),
    ("Who passed it on to the public?", ""),
    ("What is it about?", "lantern wlak"),
    ("Number, or another name [1]", ""),
    ("What else is it about?", ""),
    ("Which question does it answer", ""),
    ("Title in English", "마라 올리넥, 등불은 파란색이었다고 발언"),
    ("Title in English", "Mara Ollinek says that all lanterns were blue"),
    ("Title in Korean", "마라 올리넥, 등불은 모두 파란색이었다고 발언"),
    ("Words for its id", ""),
]
KOREAN = [
    ("기사 주소", ""),
    ("기사 주소", "https://norden.example.org/blue"),
    ("어디에 실렸습니까?", "노르덴 쿠리어"),
    ("번호 또는 다른 이름 [0]", ""),
    ("번호 또는 낱말 [1]", "아니"),
    ("번호 또는 낱말 [1]", "언론사"),
    ("정식 이름(영어)", "Norden Kurier"),
    ("정식 이름(한국어) [노르덴 쿠리어]", ""),
    ("약칭(영어) [없음]", ""),
    ("id(", ""),
    ("기사 제목 [없음]", ""),
    ("언제 실렸습니까?", ""),
    ("게재된 그대로의 인용문", "이번에는 모든 등불이"),
    ("…", "파란색이었다"),
    ("…", ""),
    ("인용문의 언어(en, ko 등) [ko]", ""),
    ("인용문의 영어 번역", "all lanterns were blue this time"),
    ("…", ""),
    ("번호 또는 낱말 [2]", "기계"),
    ("누구의 발언입니까?", "마라 올리넥"),
    ("번호 또는 다른 이름 [0]", ""),
    ("번호 또는 낱말: ", "인물"),
    ("정식 이름(영어)", "Mara Ollinek"),
    ("정식 이름(한국어) [마라 올리넥]", ""),
    ("약칭(영어) [없음]", ""),
    ("id(", ""),
    ("언제 한 발언입니까?", "2031-03-14"),
    ("누가 대중에게 전했습니까?", ""),
    ("무엇에 관한 발언입니까?", "등불 걷기는"),
    ("번호 또는 다른 이름 [1]", "＜"),
    ("무엇에 관한 발언입니까?", "등불걷기"),
    ("번호 또는 다른 이름 [1]", ""),
    ("또 무엇에 관한 발언입니까?", ""),
    ("어떤 질문에 수로 답합니까?", ""),
    ("제목(영어", "마라 올리넥, 등불은 모두 파란색이었다고 발언"),
    ("제목(영어", "Mara Ollinek says that all lanterns were blue"),
    ("제목(한국어", "마라 올리넥, 등불은 모두 파란색이었다고 발언"),
    ("id", ""),
]
AFTER = {
    "en": ("Check everything once more:\n", "Send it with git;", "Or without git:"),
    "ko": ("전체를 한 번 더 검사합니다.\n", "git으로 보냅니다.", "git 없이 보내려면"),
}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of a few records whose words mean no harm."""
    pages = {f"content/{tag}/index.md": "# X\n" for tag in ("en", "ko")}
    write(tmp_path, {**ARCHIVE, **SCHEMAS, **pages, "mkdocs.yml": CONFIG})
    (tmp_path / SERIES_FILE).unlink()  # no claim answers it
    return tmp_path


@pytest.mark.parametrize(("language", "script"), [("en", ENGLISH), ("ko", KOREAN)])
def test_a_first_claim_is_recorded_in_spite_of_all_stumbles(
    archive: Path, run_cli: RunCli, language: str, script: list[tuple[str, str]]
) -> None:
    with terminal("new", "--lang", language, at=archive) as person:
        person.answers(script)
        assert person.ends() == 0, person.shown
    assert [after for after in AFTER[language] if after not in person.shown] == []
    text = (archive / CLAIM).read_text("utf-8")
    assert "about: [lantern-walk]\n" in text
    assert "all lanterns were blue this time\n" in text
    assert "이번에는 모든 등불이 파란색이었다\n" in text
    assert "kind: outlet\n" in (archive / "claims/entities/norden-kurier.yml").read_text("utf-8")
    assert "kind: person\n" in (archive / "claims/entities/mara-ollinek.yml").read_text("utf-8")
    assert run_cli("check", at=archive) == Done(0, "no problems\n", "")
    assert not draft_file(archive, "claim").exists()


def test_the_korean_conversation_has_no_english_in_it(archive: Path) -> None:
    with terminal("new", "--lang", "ko", at=archive) as person:
        person.answers(KOREAN)
        assert person.ends() == 0, person.shown
    for words in ("Error", "Number", "none", "answer", "written", "outlet", "person"):
        assert words not in person.shown


def quoted(root: Path, keys: str) -> str:
    """The quote that a draft holds when these keys were pressed at once."""
    with terminal("new", at=root) as person:
        person.answers([*ENGLISH[2:3], ("Who published it?", "omber-daily"), ("Headline", ""), ("published?", "")])
        assert "The words as published" in person.waits()
        person.types(keys)
        while "Their language" not in person.waits():
            pass
        person.interrupts()
        assert person.ends() == 130
    kept = dict(json.loads(draft_file(root, "claim").read_text("utf-8"))[0])
    return str(kept["--quote"])


@pytest.mark.parametrize(
    ("keys", "quote"),
    [
        (PASTE.format("the lanterns\nwere\nblue") + ENTER + ENTER, "the lanterns were blue"),
        (PASTE.format("one\n\ntwo\n") + ENTER + ENTER, "one\ntwo"),
        ("the lanterns\rwere\rblue" + ENTER + ENTER, "the lanterns were blue"),
        ("one line" + ENTER + ENTER, "one line"),
    ],
    ids=["marked", "paragraphs", "plain", "one line"],
)
def test_a_paste_is_taken_whole(archive: Path, keys: str, quote: str) -> None:
    assert quoted(archive, keys) == quote


def test_a_paste_on_one_line_is_joined_and_said_to_be(archive: Path) -> None:
    with terminal("new", at=archive) as person:
        person.answers(
            [*ENGLISH[2:3], ("Who published it?", "omber-daily"), ("Headline", PASTE.format("Blue\nlanterns"))]
        )
        assert "published?" in person.waits()
        person.interrupts()
        person.ends()
    assert "several lines were pasted; they are joined to one" in person.shown
    assert ["--headline", "Blue lanterns"] in json.loads(draft_file(archive, "claim").read_text("utf-8"))[0]


@pytest.mark.parametrize("way", ["interrupted", "closed"])
def test_what_was_typed_is_there_the_next_time(archive: Path, way: str) -> None:
    with terminal("new", at=archive) as person:
        person.answers([*ENGLISH[2:3], ("Who published it?", "omber-daily"), ("Headline", ""), ("published?", "2031")])
        person.answers([("The words as published", "the first line")])
        assert person.waits() == "… "
        if way == "closed":
            person.closes()
        else:
            person.interrupts()
        assert person.ends() in (129, 130)
    if way == "interrupted":
        assert "stopped; nothing was written; what you typed is kept:" in person.shown
    with terminal("new", "--lang", "ko", at=archive) as person:
        person.answers([("지난번에 입력한 답", "네"), ("게재된 그대로의 인용문", "")])
        assert "인용문의 언어" in person.waits()
        person.interrupts()
        assert person.ends() == 130
    assert "기사 주소: https://norden.example.org/blue\n" in person.shown
    assert "[the first line]" in person.shown


@pytest.mark.parametrize("locale", ["xx_XX.UTF-8", "C", "C.UTF-8"])
def test_korean_is_typed_in_any_locale(archive: Path, locale: str) -> None:
    with terminal("new", "entity", "--lang", "ko", at=archive, LC_ALL=locale) as person:
        person.answers(
            [("번호 또는 낱말", "매체"), ("정식 이름(영어)", "Late News"), ("정식 이름(한국어)", "늦은 뉴스")]
        )
        person.answers([("약칭", ""), ("id", "")])
        assert person.ends() == 0, person.shown
    assert "ko: 늦은 뉴스\n" in (archive / "claims/entities/late-news.yml").read_text("utf-8")
