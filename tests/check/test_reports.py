import json
import re
from collections.abc import Sequence

import pytest

from site_builder.check import reports
from site_builder.language.language import Language
from site_builder.problems import Place, Problem, in_order
from site_builder.problems.files import ByteOrderMark, ControlCharacter, NotUtf8, TooLarge
from site_builder.problems.references import UnknownEntity
from site_builder.problems.shape import MissingKey, NotADate, UnknownKey, WrongType
from site_builder.problems.syntax import CommentInValue, DuplicateKey
from tests.records import ROOT

EN, KO = Language("en"), Language("ko")
FILE = "claims/2031/2031-03-12-words.yml"
LINES = ["title:", "  en: rank #1 of 5", "  ko: 1위 #반도체", "said: 2031", "  ko: 또"]


def lines(file: str) -> Sequence[str]:
    return LINES if file == FILE else []


def text(*problems: Problem, language: Language = EN, shown: Sequence[str] | None = None) -> list[str]:
    """The lines of a report."""
    return reports.as_text(problems, lambda file: lines(file) if shown is None else shown, language).split("\n")


def lost(line: int, column: int, length: int = 1) -> Problem:
    return Problem(CommentInValue, Place(FILE, line, column, length), {"quoted": '"words"'})


def control(place: Place) -> Problem:
    return Problem(ControlCharacter, place, {"character": "U+0000"})


def test_a_problem_has_its_place_its_line_a_caret_and_its_help() -> None:
    assert text(lost(2, 12)) == [
        f'{FILE}:2:12: error[E212]: the text after " #" would be lost as a comment',
        "   2 |   en: rank #1 of 5",
        "     |            ^",
        "     = help: put the whole text in quotation marks",
        '   2 +   en: "rank #1 of 5"',
        "",
        "1 error in 1 file",
    ]


def test_a_problem_is_told_in_korean() -> None:
    assert text(lost(2, 12), language=KO) == [
        f'{FILE}:2:12: 오류[E212]: " #" 뒤의 글은 주석으로 읽혀 사라집니다',
        "   2 |   en: rank #1 of 5",
        "     |            ^",
        "     = 고치는 방법: 글 전체를 따옴표로 묶으십시오",
        '   2 +   en: "rank #1 of 5"',
        "",
        "파일 1개에서 오류 1건",
    ]


@pytest.mark.parametrize(
    ("line", "column", "length", "marks"),
    [
        ("  ko: 1위 #반도체", 10, 1, " " * 10 + "^"),
        ("  ko: 1위 #반도체", 8, 1, " " * 7 + "^^"),
        ("ko: 반도체", 5, 3, " " * 4 + "^^^^^^"),
        ("ko: ｆｕｌｌ#", 9, 1, " " * 12 + "^"),
        ("en: e\u0301 #", 8, 1, " " * 6 + "^"),
        ("en: \U0001f600 #", 7, 1, " " * 7 + "^"),
        ("en: a\tb #", 8, 1, " " * 14 + "^"),  # the tab is shown as <U+0009>
    ],
)
def test_a_caret_stands_under_its_character(line: str, column: int, length: int, marks: str) -> None:
    assert text(lost(1, column, length), shown=[line])[2] == f"     | {marks}"


def test_a_long_line_is_cut_around_its_caret() -> None:
    place, line = 3_000, "x" * 2_999 + "#" + "y" * 2_000
    _, shown, caret, *_ = text(lost(1, place), shown=[line])
    assert len(shown) < 160
    assert shown[caret.index("^")] == "#"


@pytest.mark.parametrize("shown", [[], [""], ["  "]])
def test_a_place_without_a_line_is_told_without_one(shown: Sequence[str]) -> None:
    assert text(lost(1, 1), shown=shown)[1] == "     = help: put the whole text in quotation marks"


def test_what_a_terminal_would_obey_is_written_out() -> None:
    hidden = "a\x1b[31m\x9b\u202e\u200b\x07b"
    problem = Problem(UnknownKey, Place("claims/\x1b.yml", 1, 1), {"key": hidden, "known": "title\r"})
    report = text(problem, shown=[hidden])
    assert report == [
        "claims/<U+001B>.yml:1:1: error[E301]: "
        "a<U+001B>[31m<U+009B><U+202E><U+200B><U+0007>b is not a key of this record",
        "   1 | a<U+001B>[31m<U+009B><U+202E><U+200B><U+0007>b",
        "     | ^",
        "     = help: keys here: title<U+000D>",
        "",
        "1 error in 1 file",
    ]


def test_a_second_place_in_the_file_is_shown_with_its_label() -> None:
    place, first = Place(FILE, 5, 3, 2), Place(FILE, 3, 3, 2)
    problem = Problem(DuplicateKey, place, {"key": "ko"}, related=first)
    assert text(problem)[:5] == [
        f"{FILE}:5:3: error[E201]: ko is written twice",
        "   3 |   ko: 1위 #반도체",
        "     |   -- first here",
        "   5 |   ko: 또",
        "     |   ^^",
    ]
    assert text(problem, language=KO)[2] == "     |   -- 먼저 쓴 곳"


def test_a_second_place_in_another_file_is_named() -> None:
    problem = Problem(DuplicateKey, Place(FILE, 4, 1, 4), {"key": "said"}, related=Place("claims/2030/x.yml", 7, 2))
    assert text(problem)[1] == "     = claims/2030/x.yml:7:2"


def test_a_suggestion_is_offered_where_there_is_one() -> None:
    place = Place(FILE, 4, 1, 4)
    known = {"key": "sadi", "known": "title, said"}
    assert reports.help_text(Problem(UnknownKey, place, known | {"suggestion": "said"}), EN) == "did you mean said?"
    assert reports.help_text(Problem(UnknownKey, place, known), EN) == "keys here: title, said"
    missing = Problem(UnknownEntity, place, {"id": "city-ofice", "suggestion": "city-office"})
    assert reports.help_text(missing, KO) == "혹시 city-office 아닙니까?"


def test_words_that_are_messages_themselves_are_translated() -> None:
    date = Problem(NotADate, Place(FILE), {"value": "2031-02-30", "reason": "there is no such day"})
    assert reports.message(date, KO) == "날짜로 읽을 수 없습니다: 2031-02-30. 없는 날짜입니다"
    shape = Problem(WrongType, Place(FILE), {"expected": "a list", "example": "write some words behind the key"})
    assert reports.message(shape, KO) == "여기에는 목록이 있어야 합니다"
    assert reports.help_text(shape, KO) == "키 뒤에 글을 쓰십시오"


@pytest.mark.parametrize("value", ["{value}", "{", "{0}", "%s", "{reason:이/가}"])
def test_values_from_records_are_not_interpreted(value: str) -> None:
    problem = Problem(NotADate, Place(FILE), {"value": value, "reason": "there is no such day"})
    assert reports.message(problem, EN) == f"{value} is no date: there is no such day"


def test_numbers_in_problems_are_told_as_they_are() -> None:
    problem = Problem(TooLarge, Place(FILE), {"size": 65537, "limit": 65536})
    assert reports.message(problem, EN) == "the file has 65537 bytes; a record has at most 65536"


def test_a_report_ends_with_its_counts() -> None:
    other = Place("claims/entities/x.yml")
    warning = Problem(ByteOrderMark, other)
    assert (
        text(warning)[0]
        == "claims/entities/x.yml:1:1: warning[W103]: the file begins with an invisible byte order mark"
    )
    assert text()[-1] == "no problems"
    assert text(warning)[-1] == "1 warning in 1 file"
    assert text(lost(2, 12), lost(3, 10), warning)[-1] == "2 errors, 1 warning in 2 files"
    assert text(language=KO)[-1] == "문제가 없습니다"
    assert text(lost(2, 12), lost(3, 10), warning, language=KO)[-1] == "파일 2개에서 오류 2건, 경고 1건"


def test_problems_are_told_by_file_line_and_column_each_once() -> None:
    places = [Place("b.yml"), Place("a.yml", 10), Place("a.yml", 2, 9), Place("a.yml", 2, 1), Place("a.yml", 10)]
    assert [str(problem.place) for problem in in_order(map(control, places))] == [
        "a.yml:2:1",
        "a.yml:2:9",
        "a.yml:10:1",
        "b.yml:1:1",
    ]


def test_several_problems_of_a_kind_may_stand_in_one_place() -> None:
    missing = [Problem(MissingKey, Place(FILE), {"key": key, "meaning": None}) for key in ("said", "about")]
    assert in_order([*missing, *missing]) == missing


def test_an_annotation_is_one_line_that_nothing_can_leave() -> None:
    place = Place("claims/a,b:c%.yml", 3, 10, 2)
    problem = Problem(NotADate, place, {"value": "100%\n::warning::x", "reason": "there is no such day"})
    first, *rest = reports.as_github([problem], lines, [EN]).split("\n")
    assert first == (
        "::error file=claims/a%2Cb%3Ac%25.yml,line=3,col=10,endColumn=12,title=E304::"
        "100%25<U+000A>::warning::x is no date: there is no such day"
        "%0Ahelp: write year, month and day in digits: "
        "2025, 2025-04, 2025-04-30, 2025-04-30~ or 2025-04-28/2025-04-30"
    )
    assert rest == ["1 error in 1 file"]


def test_annotations_beyond_the_limit_are_counted_and_changed_files_come_first() -> None:
    problems = [control(Place(f"{letter}.yml")) for letter in "abcd"]
    shown = reports.as_github(problems, lines, [EN], changed=["d.yml"], limit=2).split("\n")
    assert [line.partition(",")[0] for line in shown] == [
        "::error file=d.yml",
        "::error file=a.yml",
        "::notice title=error::2 more; all are listed in the summary of this run",
        "4 errors in 4 files",
    ]


def test_a_summary_is_a_code_block_that_no_record_can_leave() -> None:
    problem = Problem(UnknownKey, Place(FILE, 1, 1), {"key": "````", "known": "title"})
    fence, *body, end, last = reports.as_markdown([problem], lambda _: ["```"], [EN]).split("\n")
    assert (fence, end, last) == ("`````text", "`````", "")
    assert body == text(problem, shown=["```"])


def test_programs_get_every_problem_with_its_place_and_words() -> None:
    first, second = Place(FILE, 3, 3, 2), Place(FILE, 5, 3, 2)
    problems = [Problem(DuplicateKey, second, {"key": "ko"}, related=first), Problem(ByteOrderMark, Place("x.yml"))]
    report = json.loads(reports.as_json(problems, lines, KO))
    assert report == {
        "version": 1,
        "language": "ko",
        "problems": [
            {
                "code": "E201",
                "level": "error",
                "path": FILE,
                "line": 5,
                "column": 3,
                "end_column": 5,
                "message": "같은 키를 두 번 썼습니다: ko",
                "help": "둘 가운데 하나를 지우거나, 내용을 ko 하나로 합치십시오",
                "suggestions": [],
                "related": {"path": FILE, "line": 3, "column": 3, "end_column": 5},
            },
            {
                "code": "W103",
                "level": "warning",
                "path": "x.yml",
                "line": 1,
                "column": 1,
                "end_column": 2,
                "message": "파일 맨 앞에 보이지 않는 바이트 순서 표시(BOM)가 있습니다",
                "help": "파일을 BOM 없는 UTF-8로 저장하십시오",
                "suggestions": [],
                "related": None,
            },
        ],
        "errors": 1,
        "warnings": 1,
    }


def test_every_field_for_programs_is_documented() -> None:
    documented = (ROOT / "HACKING.md").read_text("utf-8").partition("--format json` prints\n")[2].partition("\n## ")[0]
    report = json.loads(reports.as_json([lost(2, 12)], lines, EN))
    rows = re.findall(r"^\| (`[^|]+) \|", documented, re.MULTILINE)
    assert re.findall(r"`(\w+)`", " ".join(rows)) == [*report["problems"][0]]
    assert re.findall(r"`(\w+)`", documented.partition("Each problem")[0]) == [*report]
    assert f"`version` ({report['version']})" in documented


def test_the_guess_at_an_encoding_is_told() -> None:
    problem = Problem(NotUtf8, Place(FILE), {"encoding": "CP949"})
    assert reports.message(problem, KO) == "UTF-8로 저장된 글이 아닙니다(추정되는 인코딩: CP949)"
