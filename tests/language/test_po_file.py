"""Catalogs that archives bring: what is wrong with one, at which line; nothing in one is a crash."""

import pytest
from babel import localedata
from babel.messages.plurals import get_plural
from hypothesis import given
from hypothesis import strategies as st

from site_builder.language import po_file
from site_builder.language.po_file import PoFile
from tests.ukrainian import HEADER, entry

CLAIMS = entry("{count} claim", "{count} заява", "{count} заяви", "{count} заяв", plural="{count} claims")
WORDS = HEADER + entry("Claims", "Заяви") + CLAIMS + entry("Written in {language}.", "Мова: {language}.")
LINE = HEADER.count("\n") + 2
"""The line of the first message behind the header and an empty one."""


def read(text: str | bytes, tag: str = "uk") -> PoFile:
    return po_file.read(text.encode() if isinstance(text, str) else text, tag, "claims.po")


def told(text: str | bytes, tag: str = "uk") -> list[str]:
    return [f"{problem.place.line} {problem.kind.code}" for problem in read(text, tag).problems]


def with_plurals(forms: str) -> str:
    return HEADER.split('"Plural-Forms')[0] + f'"Plural-Forms: {forms}\\n"\n'


def test_a_whole_catalog_has_its_words_and_no_problems() -> None:
    for text in (WORDS, WORDS.replace("\n", "\r\n"), "\ufeff" + WORDS):
        found = read(text)
        assert (found.problems, found.is_whole) == ([], True)
        assert found.translated == {"Claims", "{count} claim", "Written in {language}."}
        said = found.translations()
        assert said.gettext("Claims") == "Заяви"
        numbers = (1, 2, 5, 11, 21, 22)
        assert [said.ngettext("{count} claim", "{count} claims", count)[-1] for count in numbers] == [*"аивваи"]
        assert said.gettext("Claimant") == "Claimant"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (entry("Claims", "Заяви")[:-2] + "\n", f"{LINE + 1} E911"),
        ("\n<<<<<<< HEAD\n", f"{LINE} E911"),
        ("\nmsgid Claims\nmsgstr Заяви\n", f"{LINE} E911"),
        ('\nmsgid "Claims" "and"\n', f"{LINE} E911"),
        ('\nmsgid "Claims\\"\n', f"{LINE} E911"),
        ('\nmsgid "Claims"\n\nmsgid "Claimant"\nmsgstr ""\n', f"{LINE} E911"),
        (entry("a {count}", "a", "b", "c", "d", plural="b {count}"), f"{LINE} E911"),
        (entry("{a} and {b}", "{a} і {в}"), f"{LINE} E912"),
        (entry("{a} and {b}", "{a}"), f"{LINE} E912"),
        (entry("Claims", "{count} заяв"), f"{LINE} E912"),
        (entry("of {a}", "{a"), f"{LINE} E912"),
        (entry("of {a}", "{a}}"), f"{LINE} E912"),
        (entry("of {a}", "{a!r}"), f"{LINE} E912"),
        (entry("of {a}", "{a.b}"), f"{LINE} E912"),
        (entry("of {a}", "{a:>9}"), f"{LINE} E912"),
        (entry("of {a}", "{}"), f"{LINE} E912"),
        (entry("{count} claim", "{a}", "{count}", "{count}", plural="{count} claims"), f"{LINE} E912"),
        (entry("{count} of {a}", "{count}", "{a}", "{a}", plural="{count} of {a}s"), f"{LINE} E912"),
        (entry("{count} claim", "{count}", "", "{count}", plural="{count} claims"), f"{LINE} E914"),
    ],
)
def test_a_fault_is_told_of_at_its_line_and_its_words_are_not_used(text: str, problem: str) -> None:
    assert told(HEADER + text) == [problem]
    assert not read(HEADER + text).translated
    assert read(HEADER + text).translations().gettext("Claims") == "Claims"


def test_the_number_may_be_left_out_of_a_plural() -> None:
    text = HEADER + entry("{count} claim", "одна заява", "{count} заяви", "{count} заяв", plural="{count} claims")
    assert told(text) == []
    assert read(text).translations().ngettext("{count} claim", "", 1) == "одна заява"


def test_a_message_that_is_fuzzy_or_empty_or_for_another_context_is_none() -> None:
    text = HEADER + "\n#, fuzzy" + entry("of {a}", "{b}") + entry("Claims", "")
    text += '\nmsgctxt "other"' + entry("Claimant", "Автор")
    assert told(text) == []
    assert not read(text).translated


def test_other_messages_than_a_faulty_one_are_used() -> None:
    found = read(WORDS + entry("of {a}", "{b}"))
    assert len(found.problems) == 1
    assert found.translations().gettext("Claims") == "Заяви"


@pytest.mark.parametrize(
    "forms",
    [
        "nplurals=1; plural=0;",
        "nplurals=2; plural=(n != 1);",
        "nplurals=3; plural=(n != 1);",
        "nplurals=3; plural=n%0;",
        "nplurals=3; plural=n+;",
        "nplurals=3; plural=__import__('os');",
        "nplurals=many; plural=0;",
        "nplurals=999999999; plural=0;",
    ],
)
def test_plural_forms_of_another_language_are_told_of(forms: str) -> None:
    (problem,) = told(with_plurals(forms) + entry("Claims", "Заяви"))
    assert problem in (f"{HEADER.count(chr(10))} E913", "1 E911")


@pytest.mark.parametrize(
    ("tag", "forms"),
    [
        ("en", "nplurals=2; plural=(n != 1);"),
        ("ko", "nplurals=1; plural=0;"),
        ("fr", "nplurals=2; plural=(n > 1);"),
        ("pt-BR", "nplurals=2; plural=(n > 1);"),
        ("ja", "nplurals=2; plural=(n != 1);"),
        (
            "ar",
            "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
        ),
    ],
)
def test_plural_forms_of_the_language_are_right(tag: str, forms: str) -> None:
    assert told(with_plurals(forms) + entry("Claims", "Words"), tag) == []


def test_every_language_can_have_the_plural_forms_that_a_new_catalog_has() -> None:
    for identifier in localedata.locale_identifiers():
        tag = identifier.replace("_", "-")
        assert told(with_plurals(str(get_plural(identifier))) + entry("Claims", "Words"), tag) == [], tag
        assert told(entry("Claims", "Words"), tag) == [], tag


def test_bytes_that_are_no_text_are_told_of_at_their_line() -> None:
    assert told(HEADER.encode() + '\nmsgid "Claims"\nmsgstr "말"\n'.encode("cp949")) == [f"{LINE + 1} E911"]
    assert told(b"") == []


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_bytes_are_a_crash(data: bytes) -> None:
    read(data).translations()


PARTS = [
    "msgid ",
    "msgstr ",
    "msgid_plural ",
    "msgstr[0] ",
    "msgstr[9] ",
    "msgctxt ",
    '"',
    '""',
    '"{a}"',
    '"\\n"',
    "\n",
]
PARTS += [
    "#",
    "#~ ",
    "#, fuzzy\n",
    "#: \u2068",
    '"Plural-Forms: nplurals=',
    "2; plural=n;",
    '"Content-Type: ',
    " charset=x",
]


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_no_lines_of_a_catalog_are_a_crash(text: str) -> None:
    read(text).translations().gettext("a")
    read(HEADER + text).translations().gettext("a")
