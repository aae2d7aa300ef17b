"""The comment on a pull request: what a report says stands in code, whatever it is, and fits into a comment."""

import re
from dataclasses import replace
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from site_builder.github import comment
from site_builder.github.comment import Facts
from site_builder.github.report import Fix, Page, Report, Site, Told
from site_builder.language.language import Language

EN, KO = Language("en"), Language("ko")
PATH = "claims/2031/2031-03-12-city-office-visitors.yml"
FACTS = Facts(
    commit="0123abcd" * 5,
    went_well=False,
    runs_own=False,
    edit=lambda path, line: f"https://github.test/edit/{path}#L{line}",
    run="RUN",
    preview="PREVIEW",
)
FIX = Fix(line=10, end_line=11, text="    origin: source")
TOLD = Told(code="E307", path=PATH, line=10, said={"en": "wrong", "ko": "잘못"}, fixes=[FIX])
PAGE = Page(
    address="about/",
    shown=True,
    change="changed",
    title={"en": "About", "ko": "안내"},
    differences={"en": ["- old", "+ new"], "ko": ["- 옛", "+ 새"]},
)
SITE = Site(new=1, changed=2, gone=0, gone_permalinks=[], pages=[PAGE, replace(PAGE, address="dates/", shown=False)])
REPORT = Report(kind="data", data=[], engine=[], errors=1, warnings=2, elsewhere=0, problems=[TOLD], site=SITE)
HOSTILE = [
    "@octocat and @github/security",
    "fixes #1, octo/cat#1, GH-1, 0123456789abcdef0123456789abcdef01234567",
    "![x](https://example.org/x.png) <img src=https://example.org/y.png> https://example.org/z www.example.org",
    "</details></details><script>alert(1)</script><!-- -->",
    "```\n# heading\n```\n~~~\n````````text\n@octocat",
    "`" * 3_000 + "\n@octocat",
    "\n\n    \n> quote\n- item\n\n| a | b |\n|---|---|\n",
    f"{comment.MARKER}\n@octocat",
    "\r# heading\r\n\u2028# heading \x1b[31m \x00 \u202e \u200b",
    "${{ secrets.GITHUB_TOKEN }} ::add-mask::x $(id) :smile: $x^2$ \\` \\",
    "[a]: https://example.org/ \n[^1]: note",
]


def tokens(markdown: str) -> list[Token]:
    """All parts of a text in Markdown, those within lines too."""
    parsed = MarkdownIt("commonmark", {"linkify": False}).enable("table").parse(markdown)
    return [each for token in parsed for each in (token, *(token.children or ()))]


def outside_of_code(markdown: str) -> str:
    """What of a text is no code, as it is written, without what our own links lead to."""
    told = [token for token in tokens(markdown) if token.type in ("text", "html_block", "html_inline")]
    return "\n".join(token.content for token in told)


def test_a_comment_says_what_is_wrong_what_to_write_and_what_would_change() -> None:
    assert comment.markdown(REPORT, [EN], FACTS).splitlines() == [
        comment.MARKER,
        "",
        "**The check found: 1 error, 2 warnings.**",
        "",
        f"#### E307, [`{PATH}`](https://github.test/edit/{PATH}#L10), line 10",
        "",
        "```text",
        "wrong",
        "```",
        "",
        "Ready to take the place of line 10:",
        "",
        "```yaml",
        "    origin: source",
        "```",
        "",
        "**What the site would change**",
        "",
        "1 new page, 2 pages change",
        "",
        "```diff",
        "  Changed: about/",
        "  About",
        "- old",
        "+ new",
        "```",
        "",
        "Other pages that change",
        "",
        "```text",
        "dates/  About",
        "```",
        "",
        "2 more problems",
        "",
        "[The pages before and after, side by side](PREVIEW)",
        "",
        "[The whole run](RUN) · `0123abcd01`",
    ]


def test_the_language_of_the_author_is_open_and_the_others_fold() -> None:
    written = comment.markdown(REPORT, [KO, EN], FACTS)
    assert written.index("**검사 결과: 오류 1건, 경고 2건.**") < written.index("<details><summary>English</summary>")
    assert written.index("</summary>") < written.index("**The check found: 1 error, 2 warnings.**")
    assert "10번째 줄을 다음으로 바꾸면 됩니다:" in written
    assert "+ 새" in written.partition("<details>")[0]
    assert written.endswith("\n\n</details>")


def test_a_language_without_words_for_contributors_shares_the_english_section(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = Language("ko")
    monkeypatch.setattr(other, "_is_for_contributors", False)
    written = comment.markdown(REPORT, [EN, other], FACTS)
    assert "<details>" not in written
    assert written.index("+ new") < written.index("+ 새")


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (replace(REPORT, errors=0, warnings=0, elsewhere=0, problems=[]), "**The check found no problems.**"),
        (
            replace(REPORT, elsewhere=3),
            "**The check found: 1 error, 2 warnings.** 3 warnings elsewhere were there before.\n",
        ),
        (
            replace(REPORT, errors=0, warnings=0, problems=[], elsewhere=1),
            "**The check found nothing new.** 1 warning elsewhere was there before.\n",
        ),
        (replace(REPORT, errors=0), "But the run as a whole failed: see which of its jobs did."),
        (replace(REPORT, kind="mixed", data=[PATH]), f"one with these files:\n\n```text\n{PATH}\n```"),
        (replace(REPORT, site=replace(SITE, new=0, changed=0)), "No page changes."),
        (replace(REPORT, site=replace(SITE, gone_permalinks=["2031-01-01-a"])), "nowhere:\n\n```text\n2031-01-01-a"),
        (replace(REPORT, problems=[replace(TOLD, fixes=[replace(FIX, end_line=12)])]), "lines 10 to 11:"),
        (replace(REPORT, problems=[replace(TOLD, fixes=[replace(FIX, end_line=10)])]), "in front of line 10:"),
    ],
)
def test_what_else_a_comment_may_say(report: Report, said: str) -> None:
    assert said in comment.markdown(report, [EN], FACTS)


def test_programs_that_a_pull_request_brings_are_not_trusted_in_silence() -> None:
    warned = comment.markdown(REPORT, [EN, KO], replace(FACTS, runs_own=True))
    assert "This pull request changes programs." in warned
    assert "이 풀 리퀘스트는 프로그램을 바꿉니다." in warned
    assert "changes programs" not in comment.markdown(REPORT, [EN], FACTS)


def test_the_title_of_a_new_page_is_among_its_words() -> None:
    new = replace(PAGE, change="new", differences={"en": ["+ About", "+ us"]})
    written = comment.markdown(replace(REPORT, site=replace(SITE, pages=[new])), [EN], FACTS)
    assert "```diff\n  New page: about/\n+ About\n+ us\n```" in written


def test_a_run_that_went_well_is_not_said_to_have_failed() -> None:
    clean = replace(REPORT, errors=0)
    assert "failed" not in comment.markdown(clean, [EN], replace(FACTS, went_well=True))
    assert "failed" not in comment.markdown(REPORT, [EN], FACTS)


def hostile(text: str) -> Report:
    """A report in which everything that can hold a text has this one."""
    told = Told(
        code="E307", path=text[:300], line=10, said=dict.fromkeys(("en", "ko"), text), fixes=[replace(FIX, text=text)]
    )
    line = text[:300]
    page = Page(
        address=line,
        shown=True,
        change="changed",
        title=dict.fromkeys(("en", "ko"), line),
        differences={"en": [line], "ko": [line]},
    )
    pages = [page, replace(page, shown=False), replace(page, change="new"), replace(page, change="gone")]
    site = Site(new=1, changed=1, gone=1, gone_permalinks=[line], pages=pages)
    return Report(
        kind="mixed", data=[line], engine=[line], errors=1, warnings=0, elsewhere=0, problems=[told], site=site
    )


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_that_a_report_says_means_anything(text: str) -> None:
    written = comment.markdown(hostile(text), [EN, KO], FACTS)
    harmless = comment.markdown(hostile("x"), [EN, KO], FACTS)
    shape = [token.type for token in tokens(written)]
    plain = outside_of_code(written)
    assert not re.search(
        r"octo|example|heading|script|#1|GH-|0123|img|\$|secrets|mask|\u202e|[\x00-\x09\x0b-\x1f]", plain
    )
    assert written.splitlines()[0] == comment.MARKER
    assert plain.count("<!--") == 1
    assert shape.count("fence") == [token.type for token in tokens(harmless)].count("fence")
    assert [token.content for token in tokens(written) if token.type == "html_block"] == [
        token.content for token in tokens(harmless) if token.type == "html_block"
    ]
    assert {token.attrGet("href") for token in tokens(written) if token.type == "link_open"} == {"PREVIEW", "RUN"}


@pytest.mark.parametrize(
    "path",
    [
        "claims/../../../evil/page",
        "/etc/passwd",
        "claims/a b.yml",
        "claims/`a`.yml",
        "claims/a](https://example.org/).yml",
        "claims/a\n.yml",
        "claims/a%2f.yml",
        "claims/a?x=y#z",
        "https://example.org/",
        "claims/.a",
        "한글.yml",
        "",
    ],
)
def test_a_file_that_no_archive_has_is_no_link(path: str) -> None:
    written = comment.markdown(replace(REPORT, problems=[replace(TOLD, path=path)]), [EN], FACTS)
    assert "#### E307, line 10\n" in written


@pytest.mark.parametrize("languages", [[EN], [EN, KO], [KO, EN]])
@pytest.mark.parametrize("text", ["a" * 4_000, "\U0001f600" * 2_000, "`" * 2_000, "a\n" * 2_000, "\u200b" * 4_000])
def test_a_comment_fits_and_counts_what_it_leaves_out(languages: list[Language], text: str) -> None:
    full = hostile(text)
    assert full.site
    many = replace(full.site, pages=full.site.pages * 10)
    written = comment.markdown(replace(full, errors=5_000, problems=full.problems * 30, site=many), languages, FACTS)
    assert len(written.encode("utf-16-le")) // 2 <= 65_536
    parts = re.split("<details>|</details>", written)
    for part in filter(str.strip, parts):
        (count,) = re.findall(r"([\d,]+) more problems|그 밖의 문제 ([\d,]+)건", part)
        assert int("".join(count).replace(",", "")) == 5_000 - part.count("#### E307")
    assert written.count("<details>") == written.count("\n\n</details>") == len(languages) - 1
    assert written.count("](RUN)") == len(languages)


def test_lines_that_are_too_wide_for_a_comment_are_broken_but_those_of_files() -> None:
    words, row = "수가 아닙니다 " * 30, f"  10 | {'value ' * 40}"
    fix = replace(FIX, text=f"title: {'long ' * 60}")
    told: Any = replace(TOLD, said={"en": f"{words}\n{row}"}, fixes=[fix])
    lines = comment.markdown(replace(REPORT, problems=[told]), [EN], FACTS).splitlines()
    assert row.rstrip() in [line.rstrip() for line in lines]
    assert fix.text in lines
    said = [line for line in lines if "수가" in line]
    assert len(said) > 3
    assert all(len(line) < 75 for line in said)
