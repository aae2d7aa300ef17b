"""What people, editors and attackers put into an archive, and what each gets.

What is wrong is told at the exact place, by the command that everybody runs, while the rest of the archive is checked
too, and nothing is published. What only looks wrong is kept letter for letter.
"""

import json
import os
import re
import tempfile
import tracemalloc
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_builder.check import CHECKS, findings, reports
from site_builder.check.context import OfEachClaim
from site_builder.check.validate import validate
from site_builder.cli import claims
from site_builder.language.language import Language
from site_builder.model.records import Entity
from site_builder.publish.build import Refused, prepare
from site_builder.read import yaml_tree
from site_builder.read.files import MAX_BYTES, lines_of
from site_builder.read.settings import read as read_settings
from tests import records, repository
from tests.check.examined import ARCHIVE, OTHER, OTHER_FILE, REPORT
from tests.cost import cost
from tests.records import (
    CLAIM,
    CLAIM_FILE,
    ENTITY,
    ENTITY_FILE,
    SERIES,
    SERIES_FILE,
    changed,
    marked,
    read,
    titled,
    write,
)

WITHOUT_NUMBERS = [check for check in CHECKS if not isinstance(check, OfEachClaim)]
LANGUAGES = ["en", "ko"]
BROKEN_FILE = "claims/series/words-without-question.yml"
BROKEN = {BROKEN_FILE: "unit: {en: {other: words}, ko: {other: 말}}\n"}
BROKEN_TOLD = f"{BROKEN_FILE}:1:1 E306"
"""A further record with a problem, which must be told of whatever else is wrong."""
SCHEMA_FILE = "claims/schema/claim.schema.json"
SCHEMA = records.SCHEMAS[SCHEMA_FILE]
AS_OF = '"as_of": {'
SITE = {
    "mkdocs.yml": "site_name: Omber\ntheme: material\ndocs_dir: content\nplugins:\n  - claims: {languages: [en, ko]}\n",
    "content/en/index.md": "# Omber\n",
    "content/ko/index.md": "# 옴버\n",
}

QUOTE = "about 1,200 people came"
KOREAN = "약 1,200명이 왔다"
TITLE = CLAIM[CLAIM.index("title:") : CLAIM.index("said:")]
BEFORE_QUOTES = CLAIM[: CLAIM.index("quotes:")]
ONLY_ENGLISH = CLAIM[: CLAIM.index("  ko:\n")]


@dataclass(frozen=True)
class Checked:
    """What `claims check` said: exit code, `path:line:column code` of each problem, the problems, the whole text."""

    exit_code: int
    told: list[str]
    problems: list[dict[str, Any]]
    text: str


Check = Callable[..., Checked]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Run `claims check` over the archive with some files in place of its own."""

    def run(contents: Mapping[str, str | bytes], *options: str, numbers: bool = False) -> Checked:
        # Elsewhere than in the tests about numbers in words, the same words stand for any number.
        checks = CHECKS if numbers else WITHOUT_NUMBERS
        monkeypatch.setattr(
            "site_builder.check.validate._found", lambda root, loaded, context, _: findings(context, checks)
        )
        write(tmp_path, {**ARCHIVE, **SITE, **contents})
        before = _files(tmp_path)
        monkeypatch.chdir(tmp_path)
        asked = CliRunner().invoke(claims, ["check", "--format", "json", "--lang", "en", *options])
        text = CliRunner().invoke(claims, ["check", "--lang", "ko", *options])
        assert (text.exit_code, text.exception) == (asked.exit_code, text.exception)
        for done in (asked, text):
            assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
            assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]", done.stdout)
        assert _files(tmp_path) == before
        problems = json.loads(asked.stdout)["problems"]
        told = [f"{each['path']}:{each['line']}:{each['column']} {each['code']}" for each in problems]
        return Checked(int(asked.exit_code), told, problems, text.stdout)

    return run


def placed(file: str, text: str) -> tuple[str, list[str]]:
    """A text without its marks, and what is expected where they stood in a file."""
    text, expected = marked(text)
    return text, sorted(f"{file}:{each}" for each in expected)


def speaking(speech: str, of_translation: str = "") -> str:
    """The claim with this speech of its quote, and of its translation."""
    text = changed(CLAIM, f"text: {QUOTE}\n", f"text: {QUOTE}\n    speech: {speech}\n")
    if of_translation:
        text = changed(text, f"text: {KOREAN}\n", f"text: {KOREAN}\n    speech: {of_translation}\n")
    return text


def figure(yaml_text: str, more: str = "") -> str:
    """The claim with a figure of this value, and further keys of it."""
    further = f", {more}" if more else ""
    return f"{CLAIM}figures:\n  - {{series: visitors, value: {yaml_text}, hedge: about{further}}}\n"


def said(yaml_text: str) -> str:
    return changed(CLAIM, "said: 2031-03-12", f"said: {yaml_text}")


def about(yaml_text: str) -> str:
    return changed(CLAIM, "about: [lantern-walk]", f"about:{yaml_text}")


def dated(published: str, accessed: str) -> str:
    key = "      publisher: omber-daily\n"
    return changed(CLAIM, key, f"{key}      published: {published}\n      accessed: {accessed}\n")


def archived(url: str) -> str:
    return changed(CLAIM, "      publisher: omber-daily\n", f"      publisher: omber-daily\n      archived: {url}\n")


CLAIMS = {
    # one key, one value
    "a key again at the top": f"{CLAIM}«E201»said: 2031-03-12\n",
    "a key again, both in quotation marks": f'{CLAIM}«E201»"said": 2031-03-12\n',
    "a key again, behind an escape": f'{CLAIM}«E201»"s\\x61id": 2031-03-12\n',
    "a key a third time": f"{CLAIM}«E201»said: 2031-03-12\n«E201»said: 2031-03-12\n",
    "a key again in a mapping": changed(CLAIM, "  ko: 시청", "  «E201»en: Words\n  ko: 시청"),
    "a key again far below": changed(CLAIM, "    reviewed: true\n", "    reviewed: true\n    «E201»reviewed: true\n"),
    "a key again in braces": f"{CLAIM}notes: {{en: words, ko: 말, «E201»en: words}}\n",
    "a key again in a list": f"{REPORT}https://example.org/a\n    «E201»url: https://example.org/b\n",
    "a key with a capital beside its like": f"«E301»Title: {{en: words, ko: 말}}\n{CLAIM}",
    "a key with a letter wrong": changed(CLAIM, "    source:\n", "    «E301»sorce:\n"),
    "keys that YAML takes for numbers, nothing, truth": f"«E301»1: a\n«E301»~: b\n«E301»no: c\n«E301»true: d\n{CLAIM}",
    "keys that YAML takes for dates, times": f"«E301»2031-03-12: a\n«E301»12:30: b\n«E301»0o17: c\n{CLAIM}",
    "a key without a name": f'«E301»"": words\n{CLAIM}',
    "a key of a thousand letters": f"«E301»{'a' * 1_000}: words\n{CLAIM}",
    "a key that is a list": f"? «E216»[a]\n: words\n{CLAIM}",
    "a key that is a mapping": f"? «E216»{{a: b}}\n: words\n{CLAIM}",
    "an id inside": f"«E301»id: words\n{CLAIM}",
    # what YAML can do and a record does not
    "an anchor": titled("«E202»&a words"),
    "an alias": titled("«E202»*a"),
    "an anchor on a key": changed(CLAIM, "claimant: city", "«E202»&a claimant: city"),
    "an anchor on a list": about(" «E202»&a [lantern-walk]"),
    "an alias for a key": f"{CLAIM}«E202»*a : words\n",
    "an alias of itself": f"{CLAIM}notes: «E202»&a [«E202»*a]\n",
    "merging an alias": f"{CLAIM}«E203»<<: «E202»*b\n",
    "merging a text": f"{CLAIM}«E203»<<: words\n",
    "merging a mapping": changed(CLAIM, "  en:\n", "  en:\n    «E203»<<: {method: human}\n"),
    "a tag that would run a program": titled("«E204»!!python/object/apply:os.system words"),
    "a tag that would run a program, with its arguments": changed(
        CLAIM,
        "  en: City Office counts about 1,200 visitors",
        '  «E302»en: «E204»!!python/object/apply:os.system ["touch pwned"]',
    ),
    "a tag of a setting": titled("«E204»!env HOME"),
    "a tag of MkDocs": titled("«E204»!ENV HOME"),
    "a tag of bytes": titled("«E204»!!binary aGk="),
    "a tag of a set": about(" «E204»!!set [lantern-walk]"),
    "a tag of text": titled("«E204»!!str words"),
    "a tag in full": titled("«E204»!<tag:example.org,2031:x> words"),
    "a tag on a key": changed(CLAIM, "claimant: city", "«E204»!x claimant: city"),
    "a version of YAML": f"«E205»%YAML 1.1\n---\n{CLAIM}",
    "a version of YAML that there is not": f"«E205»%YAML 9.9\n---\n{CLAIM}",
    "a handle for tags": f"«E205»%TAG ! tag:example.org:\n---\n{CLAIM}",
    "three thousand orders": "«E205»" + "%FOO bar\n" * 3_000 + f"---\n{CLAIM}",
    "a second document": f"{CLAIM}«E206»---\ntitle: words\n",
    "a second document without anything": f"{CLAIM}«E206»---\n",
    "words behind the end": f"{CLAIM}...\n«E206»title: words\n",
    "three hyphens at the left of a block text": f"{CLAIM}notes:\n  en: |\n    one\n«E206»---\n    two\n  ko: 말\n",
    "too deep": f"{CLAIM}notes: {'[' * 31}«E207»{'[' * 10}\n",
    "too deep in lines": "".join(f"{'  ' * level}a:\n" for level in range(32)) + "  " * 32 + "«E207»a: b\n",
    "too much": f"{CLAIM}notes: [{'a, ' * 4_958}«E208»a, {'a, ' * 100}]\n",
    # text that YAML reads otherwise
    "a colon in a text": titled("Minister«E211»: we will"),
    "a colon in a Korean text": titled("장관«E211»: 하겠다"),
    "a colon at the end of a text": titled("words«E211»:"),
    "a colon in curly quotation marks": titled("«E227»“Minister: we will”"),
    "a number sign in a text": titled("rank «E212»#1 of 5"),
    "a number sign in a Korean text": titled("1위 «E212»#반도체"),
    "a number sign behind a tab": titled("rank\t«E212»#1 of 5"),
    "a comment behind a value": changed(CLAIM, "method: human", "method: human «E212»# by a person"),
    "a block text that goes left": f"{CLAIM}notes:\n  en: |\n      deep\n    «E214»less deep\n",
    "a folded text that goes left": f"{CLAIM}notes:\n  en: >-\n      deep\n    «E214»less deep\n  ko: 말\n",
    "an open quotation mark": titled('«E215»"words'),
    "an open single quotation mark": titled("«E215»'words"),
    "an open quotation mark before a document": titled('«E215»"words') + "---\n",
    "an escape that there is not": titled('"«E220»\\q"'),
    "a folder of Windows": titled('"C:«E220»\\docs"'),
    "an at sign in front": titled("«E217»@words"),
    "a backtick in front": titled("«E217»`words`"),
    "a percent sign in front": titled("«E217»% words"),
    **{
        f"a text that begins with {mark}": titled(f"«E217»{mark}{rest}")
        for mark, rest in (
            ("*", " words"),
            ("*", "*words* more"),
            ("*", "words* more"),
            ("&", " words"),
            ("&", "c. and more"),
            ("-", " words"),
            ("?", " words"),
            ("|", " words"),
            ("|", "words"),
            (">", " words"),
            (">", "words"),
            ("%", "words"),
            (",", " words"),
            ("]", " words"),
            ("}", " words"),
            ("[", "words] and more"),
            ("[", "속보] 말"),
            ("[", "1] words: more"),
            ("{", "words} and more"),
        )
    },
    "a text that begins like an alias": titled("«E202»*words and more"),
    "a text that begins like an anchor": titled("«E202»&words and more"),
    "a text that begins like a tag": titled("«E204»!words and more"),
    "an exclamation mark alone": titled("«E204»!"),
    "an ampersand and a word alone": titled("«E202»&words"),
    "a colon in front": titled("«E211»: words"),
    "a hashtag for a text": titled("«E212»#words"),
    "a comment for a text": titled("«E212»# words"),
    "a comment for a mapping": changed(CLAIM, TITLE, "title: «E212»# words\n"),
    "a comment for an item": about("\n  - «E212»# words"),
    "a comment in a list": about(" [lantern-walk «E212»#words]"),
    "a comment that is the list": about(" [«E212»#words]"),
    "a comment for an item in brackets": about(" [lantern-walk, «E212»# words]"),
    "a comment below the bracket": about(" [lantern-walk,\n  city-office «E212»# words]"),
    "a comment in braces": f"{CLAIM}notes: {{en: words «E212»#words, ko: 말}}\n",
    "a comment for a text in braces": f"{CLAIM}notes: {{en: «E212»# words, ko: 말}}\n",
    "a hashtag in front": titled("«E212»#words and more"),
    "a hashtag on a line of its own": titled("rank\n    «E212»#1 of 5"),
    "a hashtag between two lines": titled("rank\n    «E212»#1\n    of 5"),
    "a comment between two lines": titled("rank\n    «E212»# one\n    of 5"),
    "an at sign in a list": about(" [«E217»@words]"),
    "an apostrophe in front": titled("«E215»'Tis so"),
    "two quotations": titled('"words«E221»" and "more"'),
    "a text behind a quoted one": titled('"words«E221»" said the minister'),
    "an apostrophe in single quotation marks": titled("'it«E221»'s'"),
    # layout
    "a key too far left": "title:\n  en: words\n«E225» ko: 말\n",
    "a list in a mapping": "title:\n  en: words\n«E225»  - ko\n",
    "a tab before a key": "title:\n«E218»\ten: words\n",
    "a tab before an item": about("\n«E218»\t- lantern-walk"),
    "a tab behind the hyphen of an item": about("\n  -«E218»\tlantern-walk"),
    "an open bracket": about(" «E219»[lantern-walk"),
    "an open bracket at the end of a file": f"{CLAIM}disputes: «E219»[2031-03-11-words, 2031-03-10-words",
    "an open brace with nothing behind its key": f"{CLAIM}notes: «E219»{{en:\n",
    "an open bracket behind one that is closed": f"{CLAIM}disputes: «E219»[[a], \n",
    "an open bracket before an empty line": f"{CLAIM}disputes: «E219»[2031-03-11-words\n\n",
    "an open brace inside": f"{CLAIM}figures: [«E219»{{series: visitors, value: 1\n",
    "an open bracket with a line of its own": about(" «E219»[\n  lantern-walk"),
    "a list that ends with another bracket": about(" «E219»[lantern-walk}"),
    "no space behind a colon": changed(CLAIM, "said: 2031", "said«E222»:2031"),
    "no space behind the first colon": changed(CLAIM, "title:\n", "notes«E222»:words\ntitle:\n"),
    "no space behind the last colon": f"{CLAIM}disputes«E222»:[]\n",
    "no space behind a colon deep down": changed(CLAIM, "  ko: 시청", "  ko«E222»:시청"),
    "no space behind the only colon": "title«E222»:words\n",
    "no space behind a colon in braces": f"{CLAIM}notes: {{en«E222»:words, ko: 말}}\n",
    "no space behind the colons of a mapping": f"{CLAIM}notes:\n  en«E222»:words\n",
    "a full-width colon": changed(CLAIM, "said: 2031", "said«E223»：2031"),
    "a full-width colon and a space": changed(CLAIM, "said: 2031", "said«E223»： 2031"),
    "a full-width colon behind a space": changed(CLAIM, "said: 2031", "said «E223»：2031"),
    "a full-width colon before a mapping": changed(CLAIM, "title:\n", "title«E223»：\n"),
    "a full-width colon deep down": changed(CLAIM, "  ko: 시청", "  ko«E223»：시청"),
    "a full-width colon in braces": f"{CLAIM}notes: {{en«E223»：words, ko: 말}}\n",
    "an open brace": "title: «E219»{en: words\nsaid: 2031\n",
    "a bracket too many": about(" [lantern-walk]«E216»]"),
    "a key that is indented by no-break spaces": changed(CLAIM, "  ko: 시청", "«E218»\u00a0\u00a0ko: 시청"),
    "a key that is indented by an ideographic space": changed(CLAIM, "  ko: 시청", "«E218»\u3000ko: 시청"),
    # shape
    "a list at the top": "«E302»- title\n- said\n",
    "a text at the top": "«E302»words\n",
    "nothing at the top": "«E302»null\n",
    "a list for a text": changed(CLAIM, f"    text: {QUOTE}", "    «E302»text: [about, people]"),
    "words in braces": changed(titled("{words}"), "  en: {words}", "  «E302»en: {words}"),
    "a text for a list": about(" «E302»lantern-walk"),
    "a list in a list": about(" [«E302»[lantern-walk]]"),
    "a mapping in a list": about(" [«E302»lantern-walk: a]"),
    "nothing for a date": said("").replace("said: ", "said:«E309»"),
    "nothing for an id": changed(CLAIM, "claimant: city-office", "claimant:«E309»"),
    "nothing for a word": changed(CLAIM, "method: human", "method:«E309»"),
    "nothing for true": changed(CLAIM, "reviewed: true", "reviewed:«E309»"),
    "nothing for an origin": changed(CLAIM, "origin: translation", "origin:«E309»"),
    "nothing for a number": figure("").replace("value: ,", "value: «E309»,"),
    "null for a list": about(" «E302»null"),
    "null for a mapping": f"{CLAIM}notes: «E302»null\n",
    "null for figures": f"{CLAIM}figures: «E302»null\n",
    "null for a source": f"{CLAIM}reports: [«E302»null]\n",
    "null for a word": changed(CLAIM, "method: human", "method: «E307»null"),
    "null for a date": said("«E304»null"),
    "a mapping for a list": f"{CLAIM}«E302»figures: {{}}\n",
    "a list for quotes": BEFORE_QUOTES + "«E302»quotes: []\n",
    "a list for a source": f"{CLAIM}reports: [«E302»[]]\n",
    **{
        f"{form} for {key}": changed(CLAIM, f"{key}: {value}", f"«E302»{key}: {form}")
        for form in ("[]", "{}", "[words]", "{words: more}")
        for key, value in (
            ("said", "2031-03-12"),
            ("claimant", "city-office"),
            ("method", "human"),
            ("reviewed", "true"),
            ("origin", "translation"),
            ("from", "en"),
            ("url", "https://example.org/walk"),
        )
    },
    **{f"{form} for a number": figure(form).replace("value:", "«E302»value:") for form in ("[]", "{}", "[1]")},
    "nothing for a list": about("«E302»"),
    "a tilde for a list": about(" «E302»~"),
    "a text for a mapping": f"{CLAIM}notes: «E302»words\n",
    "nothing for a mapping": changed(CLAIM, TITLE, "title:«E302»\n"),
    "no required key at all": "«E306»«E306»«E306»«E306»title: {en: words, ko: 말}\n",
    "a required key missing": "«E306»" + changed(CLAIM, "said: 2031-03-12\n", ""),
    "a required key missing deep down": changed(
        changed(CLAIM, "      publisher: omber-daily\n", ""), "    source:", "    «E306»source:"
    ),
    "an empty withdrawal": f"{CLAIM}«E306»«E306»withdrawn: {{}}\n",
    # values
    **{
        f"a date written {text}": said(f"«E304»{text}")
        for text in (
            "2031-02-30",
            "2031-13-01",
            "2031-3-1",
            "12/03/2031",
            "２０３１-０３-１２",
            "٢٠٣١-03-12",
            "0000-00-00",
            "2031-03-12T00:00:00Z",
            "2031-03-12 00:00:00",
            "2031-03-12T14:30",
            "2031-03-12t14:30Z",
            "2031-03-12T14:30+0900",
            "2031-03-12T24:00Z",
            "2031-03-12T14:30Z~",
            "12:30",
            "20310312",
            "2031-W11-3",
            "2031-03-12~~",
            "~2031-03-12",
            "2031-03-12?",
            "2031-03-12/",
            "/2031-03-12",
            "2031-03-12/2031-03-12",
            "2031-03-12/2031-03-11",
            "2031-03-12/2031-03-13/2031-03-14",
            "yesterday",
            "12. März 2031",
            "2031년 3월 12일",
            "null",
            "1_000",
            "-2031-03-12",
            "99999-01-01",
        )
    },
    "a date with a line break": said('«E304»"2031-03-12\\n"'),
    **{
        f"a number written {text}": figure(f"«E308»{text}")
        for text in (
            "99999999999999999999",
            "-0",
            "+5",
            "1_000",
            "'1,200'",
            "1.",
            ".5",
            "1.2345678",
            "2/4",
            "1/0",
            "-1/2",
            "1e3",
            "007",
            "0x10",
            "0o17",
            "1:30:00",
            "１２００",
            "٤٠",
            "Ⅳ",
            "천이백",
            "1 200",
            "~",
            "null",
            ".nan",
            ".inf",
            "about 5",
        )
    },
    **{f"the count {text}": figure(f"«E324»{text}") for text in ("-5", "1.5", "600.0", "2/3")},
    **{
        f"{bound} alone with {hedge}": figure("5").replace(
            "value: 5, hedge: about", f"{bound}: 5, hedge: «E325»{hedge}"
        )
        for bound, hedge in (("max", "at-least"), ("max", "more-than"), ("min", "at-most"), ("min", "nearly"))
    },
    "a number with a line break": figure('«E308»"5\\n"'),
    "a word with a letter missing": f"{CLAIM}figures:\n  - {{series: visitors, value: 1, hedge: «E307»abot}}\n",
    "a word with a line break": changed(CLAIM, "method: human", 'method: «E307»"human\\n"'),
    "another word for true": changed(CLAIM, "reviewed: true", "reviewed: «E315»yes"),
    "true with a line break": changed(CLAIM, "reviewed: true", 'reviewed: «E315»"true\\n"'),
    "a country for a language": changed(CLAIM, "  ko: 시청", "  «E317»kr: 시청"),
    "a country for the language of a quote": changed(CLAIM, "  ko:\n", "  «E317»kr:\n"),
    "a country for the language of notes": f"{CLAIM}notes: {{en: words, «E317»kr: 말}}\n",
    "a country for the language that was translated": changed(CLAIM, "from: en", "from: «E318»us"),
    "a language with its country": changed(CLAIM, "  ko: 시청", "  «E317»ko-KR: 시청"),
    "a language in capitals": changed(CLAIM, "  ko: 시청", "  «E316»KO: 시청"),
    "a language by its name": changed(CLAIM, "  ko: 시청", "  «E316»korean: 시청"),
    "a language more": changed(CLAIM, "  ko: 시청", "  «E317»ja: 시청\n  ko: 시청"),
    "ways in place of languages": changed(CLAIM, "  ko: 시청", "  «E316»../../x: 시청").replace(
        "  ko:\n", "  «E316»..\\x:\n"
    ),
    "a language that is a way": changed(CLAIM, "    from: en", "    from: «E316»../../x"),
    "a language with a line break": changed(CLAIM, "  ko: 시청", '  «E316»"ko\\n": 시청'),
    "an id with capitals": changed(CLAIM, "claimant: city-office", "claimant: «E501»City-Office"),
    "an id that is a name": changed(CLAIM, "claimant: city-office", "claimant: «E501»시청"),
    **{
        f"the id {way}": about(f" [«E501»{way}]")
        for way in ("..", "../secret", "./walk", "/etc/passwd", "a/b", "a..b", r"a\b", "a b", "-a", "a-", "a--b", "a_b")
    },
    "an id with a Cyrillic letter": about(" [«E501»lаntern-walk]"),
    "an id with a line break": changed(CLAIM, "claimant: city-office", 'claimant: «E501»"city-office\\n"'),
    "an id that is nothing": about(" [lantern-walk, «E501»~]"),
    "an empty quote": changed(CLAIM, f"text: {QUOTE}", "text: «E309»''"),
    "a quote of spaces": changed(CLAIM, f"text: {QUOTE}", "text: «E309»'  '"),
    "a quote of no-break spaces": changed(CLAIM, f"text: {QUOTE}", "text: «E309»'\u00a0'"),
    "a quote of ideographic spaces": changed(CLAIM, f"text: {QUOTE}", "text: «E309»'\u3000'"),
    "an empty block for a title": titled("«E309»|-"),
    "a title of two lines": titled('«E312»"words\\n---\\ntemplate: x"'),
    "a title that is a block": titled("«E312»|\n    words\n    template: x"),
    "a title with a line break at its end": titled("«E312»>\n    words"),
    # what no text may hold
    **{
        f"U+{ord(character):04X}": titled(f"ab«E104»{character}c")
        for character in "\0\a\b\v\f\r\x1b\x7f\x80\x85\x9b\u2028\u2029\ufeff\ufffe"
    },
    **{
        f"U+{code:04X} {place}": text.replace("*", f"«E404»{chr(code)}")
        for code in (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
        for place, text in (("in a text", titled("ab*c")), ("in a comment", f"# *\n{CLAIM}"))
    },
    "a quote of U+200B alone": changed(CLAIM, f"text: {QUOTE}", "text: «E405»'\u200b'"),
    "a quote of U+3164 alone": changed(CLAIM, f"text: {QUOTE}", "text: «E405»'\u3164'"),
    "U+00AD in a title": titled("«E405»vis\u00aditors"),
    "a letter of tags in a title": titled("«E405»visitors\U000e0041"),
    "Korean in pieces": changed(CLAIM, KOREAN, "«E402»" + unicodedata.normalize("NFD", KOREAN)),
    # languages
    "no Korean quote": changed(ONLY_ENGLISH, "quotes:", "«E310»quotes:"),
    "no Korean title": "«E310»" + re.sub(r"  ko: 시청.*\n", "", CLAIM),
    "two English quotes": changed(CLAIM, "  ko:\n", "  «E201»en:\n"),
    "one quote twice": changed(CLAIM, f"text: {KOREAN}", f"text: «E320»{QUOTE}"),
    "languages exchanged": changed(
        titled("«E311»시청, 방문객 약 1,200명으로 집계"),
        "  ko: 시청, 방문객 약 1,200명으로 집계",
        "  ko: City Office counts about 1,200 visitors",
    ).replace("  ko: «E311»", "  ko: "),
    "a Korean title in English": changed(
        CLAIM, "ko: 시청, 방문객 약 1,200명으로 집계", "ko: «E311»City Office counts visitors"
    ),
    "a translation of nothing": changed(CLAIM, "from: en", "from: «E318»ru"),
    # dates
    "published after it was read": dated("«E305»2031-03-14", "2031-03-13"),
    "read in the future": dated("2031-03-12", "«E305»2032-01-03"),
    "published in the future": REPORT + "https://example.org/a\n    published: «E305»2032-02-01\n",
    # addresses
    **{
        f"the address {url}": f"{REPORT}«{code}»{url}\n"
        for code, urls in {
            "E601": (
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                r'"java\tscript:alert(1)"',
                '" https://example.org/"',
                "data:text/html,words",
                "vbscript:words",
                "file:///etc/passwd",
                "blob:https://example.org/words",
                "//example.org/words",
                "mailto:words@example.org",
                "ftp://example.org/words",
                "https:example.org",
                "https://",
                "/words",
                "example.org/words",
                "https://example.org:99999/",
            ),
            "E602": ("https://user:word@example.org/", "https://example.org@example.net/"),
            "E603": ("http://127.0.0.1/", "https://localhost/", "https://[::1]/", "http://10.0.0.1/", "http://0x7f.1/"),
            "E604": (
                '"https://example.org/a b"',
                'https://example.org/"a"',
                "https://example.org/<a>",
                r"https://example.org/a\b",
                f"https://example.org/{'a' * 2_030}",
            ),
            "E605": ("https://exаmple.org/words", "https://xn--exmple-4nf.org/words"),
        }.items()
        for url in urls
    },
    "an address with a line break": REPORT + '«E312»"https://example.org/a\\nb"\n',
    "an archived copy on another host": archived("«E606»https://example.net/walk"),
    "an archived copy that is the source": archived("«E606»https://example.org/walk"),
    # ids that are not there
    "an entity that is not there": about(" [«E703»lantern-wlak]"),
    "an entity called null": about(" [lantern-walk, «E703»null]"),
    "a series that is not there": f"{CLAIM}figures:\n  - {{series: «E706»visits, value: 1, hedge: about}}\n",
    "a claim that is not there": f"{CLAIM}revises: [«E707»2031-03-10-city-office-visitors]\n",
}
"""Claims with what is wrong in them; the code stands where it must be told."""

ENTITIES = {
    "a word that is nearly one": changed(ENTITY, "kind: organization", "kind: «E307»organisaton"),
    "a Cyrillic letter in a name": changed(ENTITY, "City Office of Omber", "«E406»City Оffice of Omber"),
    "a Greek letter in a name": changed(ENTITY, "City Office of Omber", "«E406»City Οffice of Omber"),
    "a name in full-width letters": changed(ENTITY, "City Office of Omber", "«W408»Ｃity Office of Omber"),
    "a name in half-width letters": f"{ENTITY}aliases: [«W408»ﾊﾝｸﾞﾙ]\n",
    "an alias that is nothing": f"{ENTITY}aliases:\n  - words\n  -«E309»\n",
    "a part of itself": f"{ENTITY}part_of: «E704»city-office\n",
    "an item of Wikidata in small letters": f"{ENTITY}wikidata: «E316»q1\n",
    "no name in Korean": changed(re.sub("  ko: .*\n", "", ENTITY), "name:", "«E310»name:"),
}

BYTES = {
    "one byte too large": (b"#" * (MAX_BYTES - len(CLAIM.encode())) + b"\n" + CLAIM.encode(), "1:1 E101"),
    "large and not text": (b"\xff\0: [" * 20_000, "1:1 E101"),
    "a line of 200,000 characters": (titled("x" * 200_000).encode(), "1:1 E101"),
    "CP949": (CLAIM.encode("cp949"), "3:7 E102"),
    "Latin-1": ("title:\n  en: Grüße\n".encode("latin-1"), "2:9 E102"),
    "UTF-16": (CLAIM.encode("utf-16"), "1:1 E102"),
    "UTF-16, the other way round": (b"\xfe\xff" + CLAIM.encode("utf-16-be"), "1:1 E102"),
    "a slash one byte too long": (CLAIM.encode() + b"# \xc0\xaf\n", "20:3 E102"),
    "a character cut off": (CLAIM.encode() + b"# \xea\xb0", "20:3 E102"),
    "line ends of an old Mac": (CLAIM.replace("\n", "\r").encode(), "1:7 E104"),
    "no byte": (b"", "1:1 E105"),
    "an empty line": (b"\n", "1:1 E105"),
    "spaces": (b"   ", "1:1 E105"),
    "comments": (b"# title\n# said\n", "1:1 E105"),
    "three hyphens": (b"---\n", "1:1 E105"),
    "three hyphens, twice": (b"---\n---\n", "1:1 E105"),
    "two byte order marks": (b"\xef\xbb\xbf\xef\xbb\xbf" + CLAIM.encode(), "1:1 E104"),
    "a byte order mark alone": (b"\xef\xbb\xbf", "1:1 E105"),
}

FILES: Mapping[str, tuple[Mapping[str, str], list[str]]] = {
    **{
        f"a file called {name}": ({f"claims/2031/{name}": CLAIM}, [f"claims/2031/{name}:1:1 E106"])
        for name in (
            "x.yaml",
            "X.YML",
            "x.yml~",
            ".x.yml",
            "x.yml.orig",
            "x.yml.txt",
            "notes.txt",
            "x",
            "#x.yml#",
            "x (1).yml.bak",
            "x.svg",
            "x.html",
            "x.png",
        )
    },
    "a file beside the folders": ({"claims/notes.txt": "words"}, ["claims/notes.txt:1:1 E106"]),
    "a folder that is no year": ({"claims/20311/x.yml": CLAIM}, ["claims/20311:1:1 E112"]),
    "a folder in full-width digits": ({"claims/２０３１/x.yml": CLAIM}, ["claims/２０３１:1:1 E112"]),
    "an id in capitals and in small letters": (
        {"claims/entities/City-Office.yml": ENTITY},
        [
            "claims/entities/City-Office.yml:1:1 E501",
            "claims/entities/City-Office.yml:1:1 E502",
            f"{ENTITY_FILE}:1:1 E502",
        ],
    ),
    "an id with its letters in pieces": (
        {f"claims/entities/{unicodedata.normalize(form, '시청')}.yml": ENTITY for form in ("NFC", "NFD")},
        [
            f"claims/entities/{unicodedata.normalize(form, '시청')}.yml:1:1 {code}"
            for form in ("NFC", "NFD")
            for code in ("E501", "E502")
        ],
    ),
    **{
        f"the asset {name}": ({f"content/{name}": content}, [f"content/{name}:1:1 E801"])
        for name, content in {
            "en/map.svg": "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            "en/MAP.SVG": "<svg/>",
            "map.svgz": "words",
            "en/index.html": "<script>alert(1)</script>",
            "en/page.htm": "words",
            "en/page.xhtml": "words",
            "en/script.js": "alert(1)",
            "en/page.md.html": "words",
            "en/page": "words",
            "en/large.png": "x" * 5_000_000,
            "ko/deep/in/one.pdf": "words",
        }.items()
    },
    "a schema with a word more": (
        {SCHEMA_FILE: changed(SCHEMA, AS_OF, f'{AS_OF}\n "words": 1,')},
        [f"{SCHEMA_FILE}:{SCHEMA.partition(AS_OF)[0].count(chr(10)) + 2}:1 E901"],
    ),
    "a schema cut off": (
        {"claims/schema/entity.schema.json": "{\n"},
        ["claims/schema/entity.schema.json:2:1 E901"],
    ),
    **{
        f"{name} among the schemas": ({f"claims/schema/{name}": SCHEMA}, [f"claims/schema/{name}:1:1 E902"])
        for name in ("topic.schema.json", "claim.schema.json.orig", "2031-03-12-words.yml")
    },
    "a folder among the schemas": (
        {"claims/schema/more/claim.schema.json": SCHEMA},
        ["claims/schema/more:1:1 E902"],
    ),
    "an id in two years": (
        {CLAIM_FILE.replace("/2031/", "/2030/"): CLAIM},
        [
            f"{CLAIM_FILE.replace('/2031/', '/2030/')}:1:1 E503",
            f"{CLAIM_FILE.replace('/2031/', '/2030/')}:1:1 E507",
            f"{CLAIM_FILE}:1:1 E503",
        ],
    ),
    "an address that two ids share": (
        {"claims/2030/2031-03-12-City-office-visitors.yml": CLAIM},
        [
            "claims/2030/2031-03-12-City-office-visitors.yml:1:1 E501",
            "claims/2030/2031-03-12-City-office-visitors.yml:1:1 E512",
            f"{CLAIM_FILE}:1:1 E512",
        ],
    ),
    **{
        f"an entity called {name}": ({f"claims/entities/{name}.yml": ENTITY}, [f"claims/entities/{name}.yml:1:1 E509"])
        for name in ("con", "nul", "aux", "prn", "com1", "lpt9")
    },
    "an entity called lpt9.x": (
        {"claims/entities/lpt9.x.yml": ENTITY},
        ["claims/entities/lpt9.x.yml:1:1 E501", "claims/entities/lpt9.x.yml:1:1 E509"],
    ),
    "an id of 83 syllables": (
        {f"claims/entities/{'가' * 83}.yml": ENTITY},
        [f"claims/entities/{'가' * 83}.yml:1:1 E501", f"claims/entities/{'가' * 83}.yml:1:1 E510"],
    ),
    "an id of 81 letters": (
        {f"claims/entities/{'a' * 81}.yml": ENTITY},
        [f"claims/entities/{'a' * 81}.yml:1:1 E510"],
    ),
    "an id that is a page of a list": (
        {"claims/entities/page-2.yml": ENTITY},
        ["claims/entities/page-2.yml:1:1 E513"],
    ),
    **{
        f"an entity called {name!a}": (
            {f"claims/entities/{name}.yml": ENTITY},
            [f"claims/entities/{name}.yml:1:1 E501"],
        )
        for name in (
            "city_office",
            "city--office",
            "-city",
            "city office",
            "시청",
            unicodedata.normalize("NFD", "시청"),
            "сity",
            "ｃity",
            "city;rm -rf",
            "$(touch pwned)",
            "%2e%2e",
            "a..b",
            "a\\b",
            "a%2fb",
            "a:b",
            "a b",
        )
    },
    "a claim without a date in its name": (
        {"claims/2031/city-office-visitors.yml": CLAIM},
        ["claims/2031/city-office-visitors.yml:1:1 E501"],
    ),
    "a claim with another date in its name": (
        {CLAIM_FILE.replace("03-12", "03-10"): CLAIM},
        [f"{CLAIM_FILE.replace('03-12', '03-10')}:4:7 E506"],
    ),
    "a claim in another year": (
        {"claims/2030/2031-03-12-words.yml": CLAIM},
        ["claims/2030/2031-03-12-words.yml:1:1 E507"],
    ),
    "a claim said in the future": (
        {"claims/2032/2032-03-12-words.yml": changed(OTHER, "said: 2031-03-11", "said: 2032-03-12")},
        ["claims/2032/2032-03-12-words.yml:4:7 E305"],
    ),
    "a claim recorded twice": (
        {"claims/2031/2031-03-12-words.yml": CLAIM},
        ["claims/2031/2031-03-12-words.yml:9:11 E701"],
    ),
    "questions in a circle": (
        {
            SERIES_FILE: f"{SERIES}part_of: guests\n",
            "claims/series/guests.yml": f"{SERIES.replace('visitors came', 'guests came')}part_of: visitors\n",
        },
        ["claims/series/guests.yml:7:10 E704"],
    ),
    "a question that is a part of itself": (
        {SERIES_FILE: f"{SERIES}part_of: visitors\n"},
        [f"{SERIES_FILE}:7:10 E704"],
    ),
    "a sum of itself": ({SERIES_FILE: f"{SERIES}sum_of: [visitors]\n"}, [f"{SERIES_FILE}:7:10 E704"]),
    "sums in a circle": (
        {
            SERIES_FILE: f"{SERIES}sum_of: [guests]\n",
            "claims/series/guests.yml": f"{SERIES.replace('visitors came', 'guests came')}sum_of: [visitors]\n",
        },
        [f"{SERIES_FILE}:7:10 E704"],
    ),
    "a sum of its own whole": (
        {
            SERIES_FILE: f"{SERIES}part_of: guests\nsum_of: [guests]\n",
            "claims/series/guests.yml": SERIES.replace("visitors came", "guests came"),
        },
        [f"{SERIES_FILE}:8:10 E704"],
    ),
    "a sum of its own whole, which is not there": (
        {SERIES_FILE: f"{SERIES}part_of: guests\nsum_of: [guests]\n"},
        [f"{SERIES_FILE}:7:10 E706", f"{SERIES_FILE}:8:10 E706"],
    ),
    "three parts in a circle": (
        {
            ENTITY_FILE: f"{ENTITY}part_of: lantern-walk\n",
            "claims/entities/lantern-walk.yml": "kind: event\nname: {en: Walk, ko: 걷기}\npart_of: omber-daily\n",
            "claims/entities/omber-daily.yml": "kind: outlet\nname: {en: Daily, ko: 일보}\npart_of: city-office\n",
        },
        [f"{ENTITY_FILE}:5:10 E704"],
    ),
    "parts in a circle": (
        {
            ENTITY_FILE: f"{ENTITY}part_of: lantern-walk\n",
            "claims/entities/lantern-walk.yml": "kind: event\nname: {en: Walk, ko: 걷기}\npart_of: city-office\n",
        },
        [f"{ENTITY_FILE}:5:10 E704"],
    ),
}
"""Files of an archive, and what must be told of them."""

WARNED: Mapping[str, tuple[Mapping[str, str | bytes], list[str]]] = {
    "a byte order mark": ({CLAIM_FILE: b"\xef\xbb\xbf" + CLAIM.encode()}, [f"{CLAIM_FILE}:1:1 W103"]),
    "an entity that nobody names": (
        {"claims/entities/unnamed.yml": "kind: event\nname: {en: Unnamed, ko: 무명}\n"},
        ["claims/entities/unnamed.yml:1:1 W705"],
    ),
    "nearly the same words": (
        {
            "claims/2031/2031-03-13-city-office-visitors.yml": changed(
                CLAIM.replace("2031-03-12", "2031-03-13"), QUOTE, f"{QUOTE} today"
            )
        },
        ["claims/2031/2031-03-13-city-office-visitors.yml:9:11 W702"],
    ),
}

KEPT = {
    **dict(
        zip(
            *[
                [
                    "NO",
                    "yes",
                    "on",
                    "off",
                    "y",
                    "n",
                    "null",
                    "Null",
                    "~",
                    "true",
                    "False",
                    "0755",
                    "0o17",
                    "0x1F",
                    "0b1",
                    "12:30",
                    "12:30:45",
                    "1_000",
                    "1e3",
                    "+1",
                    "-1",
                    ".nan",
                    ".inf",
                    "-.inf",
                    "1.10",
                    "=",
                    "2031-03-12",
                    "2031-03-12T00:00:00Z",
                    "a:b",
                    "a#b",
                    "--words",
                    ":words",
                    "?words",
                    "-words",
                    "<tag>",
                    "<<words",
                    "...words",
                    "99999999999999999999",
                    "１２００",
                    "$(words)",
                    "${words}",
                    "x{words}",
                    "words[1]",
                    "C:words",
                    "a\\nb",
                    "\\q",
                    "https://example.org/a?b=c#d",
                    "🙂",
                    "👩\u200d👩\u200d👧",
                    "🇰🇷",
                    "“words”",
                    "words…",
                    "50%",
                    "it's",
                ]
            ]
            * 2,
            strict=True,
        )
    ),
    "'{{ words }} {% words %}'": "{{ words }} {% words %}",
    "--- words": "--- words",
    "... words": "... words",
    "<< words": "<< words",
    "= words": "= words",
    "~ words": "~ words",
    "\\ words": "\\ words",
    "words, [more] {and} more": "words, [more] {and} more",
    "say “words: more”".replace(": ", " : ").replace(" : ", ":"): "say “words:more”",
    '"quoted: with # both" # and a comment': "quoted: with # both",
    "'it''s'": "it's",
    r'"☕ \u2615 \x41 \"x\" \\ \/"': '☕ ☕ A "x" \\ /',
    '"2031-03-12"': "2031-03-12",
    "'*words*'": "*words*",
    "words  ": "words",
    "words\t": "words",
    ">-\n      one\n      two": "one two",
    "one\n      two": "one two",
    '"one\n      two"': "one two",
    "a\tb": "a\tb",
    "a\u00a0b": "a\u00a0b",
    "𠮷 é ﬁ": "𠮷 é ﬁ",
    "[x](javascript:alert(1))".replace("[", "\\["): "\\[x](javascript:alert(1))",
    "'<script>alert(1)</script> <!-- slot:content --> ]]> &amp;'": (
        "<script>alert(1)</script> <!-- slot:content --> ]]> &amp;"
    ),
}
"""What YAML, or whatever comes after it, could take for something else, as it is written and as it must be read."""

WHOLE = {
    "line ends of Windows": CLAIM.replace("\n", "\r\n"),
    "three hyphens in front": f"---\n{CLAIM}",
    "a comment and three hyphens in front": f"# words\n\n---\n{CLAIM}",
    "three dots at the end": f"{CLAIM}...\n",
    "no line break at the end": CLAIM[:-1],
    "comments between": changed(CLAIM, "claimant:", "# words: more #1\nclaimant:"),
    "a date in quotation marks": said('"2031-03-12"'),
    "keys in quotation marks": changed(CLAIM, "claimant:", '"claimant":'),
    "spaces before a colon": changed(CLAIM, "claimant:", "claimant :"),
    "many spaces behind a colon": changed(CLAIM, "claimant: ", "claimant:     "),
    "a tab behind a colon": changed(CLAIM, "claimant: ", "claimant:\t"),
    "spaces at the end of a line": changed(CLAIM, "claimant: city-office", "claimant: city-office   "),
    "a comma at the end of a list": about(" [lantern-walk,]"),
    "a list in lines": about("\n- lantern-walk"),
    "empty lines": CLAIM.replace("\n", "\n\n"),
}
"""Other ways to write the claim."""


@pytest.mark.parametrize("text", CLAIMS.values(), ids=[ascii(name)[:70] for name in CLAIMS])
def test_what_is_wrong_in_a_claim_is_told_where_it_stands(check: Check, text: str, tmp_path: Path) -> None:
    text, expected = placed(CLAIM_FILE, text)
    checked = check({CLAIM_FILE: text, **BROKEN})
    assert sorted(checked.told) == sorted([*expected, BROKEN_TOLD])
    assert checked.exit_code == 1
    with pytest.raises(Refused):
        prepare(read_settings(tmp_path / "mkdocs.yml"))


@pytest.mark.parametrize("text", ENTITIES.values(), ids=[ascii(name) for name in ENTITIES])
def test_what_is_wrong_in_an_entity_is_told_where_it_stands(check: Check, text: str) -> None:
    text, expected = placed(ENTITY_FILE, text)
    checked = check({ENTITY_FILE: text, **BROKEN})
    assert sorted(checked.told) == sorted([*expected, BROKEN_TOLD])
    assert checked.exit_code == 1


@pytest.mark.parametrize(("data", "expected"), BYTES.values(), ids=BYTES.keys())
def test_bytes_that_are_no_record_are_refused(check: Check, data: bytes, expected: str) -> None:
    checked = check({CLAIM_FILE: data, **BROKEN})
    own = [f"{CLAIM_FILE}:{expected}"] + ([f"{CLAIM_FILE}:1:1 W103"] if data.startswith(b"\xef\xbb\xbf") else [])
    assert checked.told == [*own, BROKEN_TOLD]
    assert checked.exit_code == 1


NUMBERS = {
    "another number, in both quotes": figure("«E741»«E741»1300"),
    "a digit too many": figure("«E741»«E741»12000"),
    "a range where the words have one number": figure("1200").replace(
        "value: 1200", "min: «E741»«E741»1200, max: 1300"
    ),
    "another hedge": figure("1200").replace("hedge: about", "hedge: «E742»«E742»more-than"),
    "another hedge than one quote": changed(figure("1200"), "about 1,200 people", "«W743»1,200 people")
    .replace("text: 약", "text: «W743»약")
    .replace("hedge: about", "hedge: «E742»about"),
    "a translation of another number": changed(figure("1200"), "text: 약 1,200명", "text: «W743»약 1,300명")
    .replace("text: about", "text: «W743»about")
    .replace("value: 1200", "value: «E741»1200"),
    "a number that is in one quote alone": changed(CLAIM, "people came", "people came in «W743»three boats"),
    "a title of another number": titled("City Office counts «W744»about 1,300 visitors"),
    "a title of another number than the figure": changed(figure("1200"), "about 1,200 vis", "«E746»about 1,300 vis"),
    "a title without the hedge": changed(figure("1200"), "counts about 1,200", "counts «E745»1,200"),
    "a Korean title without the hedge": changed(figure("1200"), "방문객 약 1,200명", "방문객 «E745»1,200명"),
}
"""The claim with numbers that its words do not carry."""


@pytest.mark.parametrize("text", NUMBERS.values(), ids=NUMBERS.keys())
def test_a_number_that_the_words_do_not_carry_is_told_where_it_stands(check: Check, text: str) -> None:
    text, expected = placed(CLAIM_FILE, text)
    checked = check({CLAIM_FILE: text}, numbers=True)
    assert sorted(checked.told) == sorted(expected)
    assert checked.exit_code == int(any(re.search(r" E[0-9]{3}$", each) for each in expected))


def test_one_source_whose_numbers_do_not_add_up_is_told_of_at_the_other_claim(check: Check) -> None:
    parts = [
        changed(f"{SERIES}part_of: visitors\n", "How many visitors", f"How many {part}").replace(
            "방문객은", f"{name}은"
        )
        for part, name in (("grown-ups", "어른"), ("children", "어린이들"))
    ]
    whole = figure("1200") + "  - {series: children, value: 300, hedge: about}\n"
    whole = whole.replace("people came", "people came, about 300 of them children").replace(
        "약 1,200명이", "어린이 약 300명을 포함해 약 1,200명이"
    )
    headline = (
        titled("Omber Daily counts at least 1,200 grown-ups")
        .replace("시청, 방문객 약 1,200명", "옴버 일보, 어른 최소 1,200명")
        .replace("claimant: city-office", "claimant: omber-daily")
        .replace(QUOTE, "at least 1,200 grown-ups came")
        .replace(KOREAN, "어른 최소 1,200명이 왔다")
        + "figures:\n  - {series: grown-ups, value: «W724»1200, hedge: at-least}\n"
    )
    file = "claims/2031/2031-03-12-omber-daily-grown-ups.yml"
    text, expected = placed(file, headline)
    contents = {
        SERIES_FILE: f"{SERIES}sum_of: [grown-ups, children]\n",
        "claims/series/grown-ups.yml": parts[0],
        "claims/series/children.yml": parts[1],
        CLAIM_FILE: whole,
    }
    assert check({**contents, file: text}, numbers=True).told == expected
    (edit,) = [problem["help"] for problem in check({**contents, file: text}).problems]
    assert "disputes: [2031-03-12-city-office-visitors]" in edit
    assert check({**contents, file: f"{text}disputes: [2031-03-12-city-office-visitors]\n"}, numbers=True).told == []


@pytest.mark.parametrize(("contents", "expected"), FILES.values(), ids=[ascii(name)[:60] for name in FILES])
def test_files_that_do_not_belong_are_told_of(check: Check, contents: Mapping[str, str], expected: list[str]) -> None:
    checked = check({**contents, **BROKEN})
    errors = [told for told in checked.told if not re.search(r" W[0-9]{3}$", told)]
    assert sorted(errors) == sorted([*expected, BROKEN_TOLD])
    assert checked.exit_code == 1


@pytest.mark.parametrize(("contents", "expected"), WARNED.values(), ids=WARNED.keys())
def test_what_may_be_right_is_a_warning(check: Check, contents: Mapping[str, str | bytes], expected: list[str]) -> None:
    checked = check(contents)
    assert checked.told == expected
    assert checked.exit_code == 0


@pytest.mark.parametrize(("written", "text"), KEPT.items(), ids=[ascii(written)[:40] for written in KEPT])
def test_what_only_looks_wrong_is_kept_letter_for_letter(check: Check, written: str, text: str, tmp_path: Path) -> None:
    record = changed(titled(written), f"text: {QUOTE}", f"text: {written}") + f"notes:\n  en: {written}\n  ko: 말\n"
    checked = check({CLAIM_FILE: record})
    assert not [told for told in checked.told if not re.search(r" W4[0-9]{2}$", told)]
    assert checked.exit_code == 0
    claim = validate(tmp_path, LANGUAGES).archive.claims[Path(CLAIM_FILE).stem]
    assert claim.notes
    assert (claim.title["en"], claim.quotes["en"].text, claim.notes["en"]) == (text, text, text)


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE.keys())
def test_other_ways_to_write_a_record_change_nothing(check: Check, text: str, tmp_path: Path) -> None:
    checked = check({CLAIM_FILE: text})
    assert (checked.told, checked.exit_code) == ([], 0)
    assert validate(tmp_path, LANGUAGES).archive.claims[Path(CLAIM_FILE).stem] == read(CLAIM)[0]


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    assert read("\ufeff" + CLAIM)[0] == read(CLAIM)[0]


def test_a_full_width_quote_stays_as_it_was_said(check: Check, tmp_path: Path) -> None:
    check({CLAIM_FILE: changed(CLAIM, QUOTE, "ａｂｏｕｔ １２００ ｆ")})
    archive = validate(tmp_path, LANGUAGES).archive
    assert archive.claims[Path(CLAIM_FILE).stem].quotes["en"].text == "ａｂｏｕｔ １２００ ｆ"


def test_the_first_of_two_keys_is_shown(check: Check) -> None:
    (problem,) = json.loads(json.dumps(check({CLAIM_FILE: f"{CLAIM}said: 2031-03-12\n"}).problems))
    assert problem["related"]["line"] == 4


def test_an_encoding_is_named(check: Check) -> None:
    (problem,) = check({CLAIM_FILE: CLAIM.encode("cp949")}).problems
    assert "CP949" in problem["message"]
    assert "UTF-8" in problem["help"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (changed(CLAIM, "  ko: 시청", "  kr: 시청"), "ko"),
        (changed(CLAIM, "  ko: 시청", "  ko-KR: 시청"), "ko"),
        (changed(CLAIM, "  ko:\n", "  kr:\n"), "ko"),
        (changed(CLAIM, "from: en", "from: us"), "en"),
    ],
)
def test_the_language_that_was_meant_is_named(check: Check, text: str, meant: str) -> None:
    (problem,) = check({CLAIM_FILE: text}).problems
    assert problem["help"] == f"did you mean {meant}?"


def test_a_deceptive_host_is_shown_as_a_browser_sees_it(check: Check) -> None:
    (problem,) = check({CLAIM_FILE: f"{REPORT}https://exаmple.org/words\n"}).problems
    assert "xn--exmple-4nf.org" in problem["message"]


def test_what_is_no_plain_file_is_refused_and_never_opened(check: Check, tmp_path: Path) -> None:
    year = tmp_path / "claims" / "2031"
    year.mkdir(parents=True)
    (year / "2031-03-12-link.yml").symlink_to("/etc/passwd")
    (year / "2031-03-12-loop.yml").symlink_to("2031-03-12-loop.yml")
    (year / "2031-03-12-up.yml").symlink_to("..")
    (year / "2031-03-12-folder.yml").mkdir()
    os.mkfifo(year / "2031-03-12-pipe.yml")  # reading it would wait for ever
    (tmp_path / "claims" / "2030").symlink_to("2031")
    checked = check(BROKEN)
    names = ("folder", "link", "loop", "pipe", "up")
    told = [f"claims/2031/2031-03-12-{name}.yml:1:1 E107" for name in names]
    assert sorted(checked.told) == sorted([*told, "claims/2030:1:1 E107", BROKEN_TOLD])
    assert "root:" not in checked.text


def test_what_a_site_may_hold_beside_its_records_is_left_alone(check: Check, tmp_path: Path) -> None:
    beside = ("en/MAP.PNG", "ko/photo.jpg", "ko/photo.webp", "favicon.ico", "robots.txt", ".DS_Store", ".git/x.svg")
    contents = {f"content/{name}": "words" for name in beside} | {SCHEMA_FILE: SCHEMA.replace("\n", "\r\n")}
    assert check(contents).told == []


def test_what_is_no_plain_file_is_not_published_either(check: Check, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").symlink_to("/etc/passwd")
    (tmp_path / "content/b").symlink_to("/etc")
    os.mkfifo(tmp_path / "content/c.png")
    checked = check(BROKEN)
    assert checked.told == [BROKEN_TOLD, *(f"content/{name}:1:1 E107" for name in ("a.md", "b", "c.png"))]
    assert "root:" not in checked.text


def test_a_schema_that_cannot_be_read_is_told_of(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    records.refuse("claim.schema.json", monkeypatch)
    told = check({SCHEMA_FILE: SCHEMA, **BROKEN}).told
    assert told == [f"{SCHEMA_FILE}:1:1 E109", BROKEN_TOLD]


def test_near_words_are_told_of_with_the_other_file(check: Check) -> None:
    (problem,) = check(WARNED["nearly the same words"][0]).problems
    assert CLAIM_FILE in json.dumps(problem)


def test_a_file_that_cannot_be_read_is_told_of(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    records.refuse(ENTITY_FILE, monkeypatch)
    checked = check(BROKEN)
    assert checked.told == [f"{ENTITY_FILE}:1:1 E109", BROKEN_TOLD]


def test_nesting_is_free_up_to_its_limit() -> None:
    assert yaml_tree.parse("[" * 32 + "]" * 32, "x.yml")[1] == []
    assert [problem.kind.code for problem in yaml_tree.parse("[" * 33 + "]" * 33, "x.yml")[1]] == ["E207"]


BOMBS = {
    "aliases of aliases": "a0: &a0 [x]\n"
    + "".join(f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 10)),
    "brackets": "[" * (MAX_BYTES - 1),
    "braces": "{a: " * (MAX_BYTES // 4),
    "hyphens": "- " * (MAX_BYTES // 2),
    "question marks": "? " * (MAX_BYTES // 2),
    "keys": "".join(f"k{number}: v\n" for number in range(7_000)),
    "one long line": "title: " + "x" * (MAX_BYTES - 8),
    "one long key": "x" * (MAX_BYTES - 3) + ": a",
    "orders": "%FOO bar\n" * 7_000,
    "quotation marks": '"' * MAX_BYTES,
    "comments": "a: b #\n" * 9_000,
    "escapes": 'title: "' + r"\0" * 32_000 + '"',
    "control characters": "\0" * MAX_BYTES,
    "turning characters": "\u202e" * (MAX_BYTES // 3),
    "colons": "a" + ": " * 32_000,
    "line breaks": "\n" * MAX_BYTES,
    "tabs": "\t" * MAX_BYTES,
    "the same key": "a: b\n" * 4_000,
    "a text of spaces that begins with a mark": titled("@" + " " * 60_000 + "x"),
    "texts of spaces that end with a comment": "".join(f"k{n}: a{' ' * 60} #\n" for n in range(900)),
    "a long line of texts and one comment": "a: [" + "b, " * 4_900 + "c #\n]",
    "no space behind colons": "key:value\n" * 6_000,
    "full-width colons": "key：value\n" * 4_000,
    "lines of number signs": "a: b\n" + "  #c\n" * 12_000 + "  d\n",
    "quotation marks that end too soon": 'a: "b" ' + '"c" ' * 16_000,
    "unknown keys": "".join(f"titel{number}: v\n" for number in range(2_400)),
}


PLAIN = (
    CLAIM
    + "reports:\n"
    + "".join(f"  - {{publisher: omber-daily, url: https://example.org/{n}}}\n" for n in range(900))
)
PLAIN += "titel: x\n"
"""A record about as long as may be, in which a slip at the end is all that is wrong."""
TIMES = 20
"""How many times as much as a plain record any bytes may cost, with all that is said of them."""


@pytest.fixture(scope="module")
def limit() -> float:
    """What any bytes may cost."""
    plain = PLAIN.encode()
    assert [problem.kind.code for problem in read(plain)[1]] == ["E301"]
    return TIMES * cost(lambda: tell_of(plain, CLAIM_FILE))


def tell_of(data: bytes, file: str) -> None:
    """Read a record and say in every language what is wrong with it."""
    _, problems = read(data, file)
    lines = data.decode("utf-8", "replace").split("\n")
    for tag in LANGUAGES:
        assert reports.as_text(problems, lambda _: lines, Language(tag))


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS.keys())
def test_what_is_made_to_exhaust_the_check_costs_little(text: str, limit: float) -> None:
    tracemalloc.start()
    try:
        _, problems = read(text)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert problems
    assert peak < 100_000_000
    assert cost(lambda: tell_of(text.encode(), CLAIM_FILE)) < limit


UNLISTED = {
    "control characters": titled("ab" + "\a" * 300),
    "turning characters": titled("ab" + "\u202e" * 300),
    "escapes": titled('"ab' + r"\0" * 300 + '"'),
    "tags": about(" [" + "!a lantern-walk, " * 300 + "]"),
    "the same key": CLAIM + "said: 2031\n" * 300,
    "unknown keys": "".join(f"titel{number}: words\n" for number in range(300)) + CLAIM,
    "what is no id": about(" [" + "A B, " * 300 + "]"),
    "unknown ids": about(" [" + "".join(f"a{number}, " for number in range(300)) + "]"),
}


@pytest.mark.parametrize("text", UNLISTED.values(), ids=UNLISTED.keys())
def test_of_many_problems_in_a_file_the_rest_is_counted(check: Check, text: str) -> None:
    checked = check({CLAIM_FILE: text, **BROKEN})
    *listed, rest = [problem for problem in checked.problems if problem["path"] == CLAIM_FILE]
    assert len(listed) == 100
    assert (rest["code"], rest["message"]) == ("E110", "200 more problems from here on are not listed")
    assert (rest["line"], rest["column"]) > (listed[-1]["line"], listed[-1]["column"])
    assert BROKEN_TOLD in checked.told


def test_unknown_ids_without_end_cost_little(check: Check, tmp_path: Path) -> None:
    write(tmp_path, {f"claims/entities/one{number}.yml": ENTITY for number in range(300)})

    def checked(ids: int) -> None:
        check({CLAIM_FILE: about(" [" + "".join(f"a{number}, " for number in range(ids)) + "]")})

    assert cost(lambda: checked(4_900)) < 10 * cost(lambda: checked(49))


def test_an_alias_bomb_is_refused() -> None:
    _, problems = read(BOMBS["aliases of aliases"])
    assert {problem.kind.code for problem in problems} == {"E202"}


# What was published


WITHDRAWN = (
    f"{CLAIM}corrections:\n  - {{on: 2031-04-01, kind: withdrawal, note: {{en: Withdrawn., ko: 철회했습니다.}}}}\n"
    "withdrawn: {on: 2031-04-01, reason: {en: It was not said., ko: 그런 말이 없었습니다.}}\n"
)
CORRECTED = "corrections:\n  - {{on: 2031-04-02, kind: {kind}, note: {{en: A letter., ko: 글자 하나입니다.}}}}\n"


@pytest.fixture
def published(tmp_path: Path) -> Callable[..., None]:
    """Commit the archive with some files in place of its own, as what has been published."""

    def commit(contents: Mapping[str, str]) -> None:
        write(tmp_path, {**ARCHIVE, **SITE, **contents})
        repository.commit(tmp_path)

    return commit


BASIS = "basis: {en: The half of ten., ko: 열의 절반입니다.}"

PERMANENCE = {
    "nothing": (CLAIM, CLAIM, []),
    "the title": (CLAIM, titled("City Office counts some 1,200 visitors"), []),
    "the id of a withdrawn claim": (WITHDRAWN, CLAIM, ["5:11 E504"]),
    "a quote": (CLAIM, changed(CLAIM, QUOTE, "some 1,200 people came"), ["9:11 E514"]),
    "one letter of a quote": (CLAIM, changed(CLAIM, QUOTE, QUOTE.capitalize()), ["9:11 E514"]),
    "a translation": (CLAIM, changed(CLAIM, KOREAN, f"{KOREAN}고 한다"), ["15:11 E514"]),
    "a figure": (figure("5"), figure("6"), ["20:1 E514"]),
    "the hedge of a figure": (figure("5"), figure("5").replace("hedge: about", "hedge: exact"), ["20:1 E514"]),
    "a figure taken away": (figure("5"), CLAIM, ["1:1 E514"]),
    "a figure added": (CLAIM, figure("5"), []),
    "the digits of a figure": (figure("1.5"), figure("1.50"), ["20:1 E514", "21:31 E324"]),
    "a basis added": (figure("5"), figure("5", BASIS), []),
    "a basis put into a further language": (
        figure("5", "basis: {en: The half of ten.}"),
        figure("5", BASIS),
        [],
    ),
    "a basis in other words": (figure("5", BASIS), figure("5", BASIS.replace("half", "fifth")), ["21:60 E514"]),
    "a basis with its letters in pieces": (
        figure("5", BASIS),
        figure("5", BASIS.replace("절반", unicodedata.normalize("NFD", "절반"))),
        ["21:82 E402"],
    ),
    "a basis taken away": (figure("5", BASIS), figure("5"), ["21:41 E514"]),
    "a basis taken away in one language": (
        figure("5", BASIS),
        figure("5", "basis: {en: The half of ten.}"),
        ["21:48 E514", "21:48 W323"],
    ),
    "speech added": (CLAIM, speaking("direct"), []),
    "speech added to a translation": (speaking("direct"), speaking("direct", "direct"), []),
    "another speech": (speaking("direct"), speaking("reported"), ["10:13 E514"]),
    "speech taken away": (speaking("direct"), CLAIM, ["9:11 E514"]),
    "speech that says what holds without it taken away": (speaking("reported"), CLAIM, []),
    "speech of a translation that follows taken away": (speaking("direct", "direct"), speaking("direct"), []),
    "speech of a translation taken away with its original's": (
        speaking("direct", "direct"),
        CLAIM,
        ["9:11 E514", "15:11 E514"],
    ),
    "another speech with a correction": (
        speaking("direct"),
        speaking("reported") + CORRECTED.format(kind="source"),
        [],
    ),
    "a quote with a correction": (
        CLAIM,
        changed(CLAIM, QUOTE, "some 1,200 people came") + CORRECTED.format(kind="typo"),
        [],
    ),
    "a quote that was corrected before": (
        CLAIM + CORRECTED.format(kind="typo"),
        changed(CLAIM, QUOTE, "some 1,200 people came") + CORRECTED.format(kind="typo"),
        ["9:11 E514"],
    ),
    "a figure with a correction": (figure("5"), figure("6") + CORRECTED.format(kind="figure"), []),
    "a withdrawal": (CLAIM, WITHDRAWN, []),
    "a quote, while the record becomes wrong": (
        CLAIM,
        changed(CLAIM, QUOTE, "some 1,200 people came") + "worng: words\n",
        ["9:11 E514", "20:1 E301"],
    ),
    "a quote, while the record becomes right": (
        CLAIM + "worng: words\n",
        changed(CLAIM, QUOTE, "some 1,200 people came"),
        ["9:11 E514"],
    ),
    "a figure, while the record is wrong": (
        "worng: words\n" + figure("5"),
        "worng: words\n" + figure("6"),
        ["1:1 E301", "21:1 E514"],
    ),
    "a quote that is no text any more": (
        CLAIM,
        changed(CLAIM, f"text: {QUOTE}", "text: [words]"),
        ["9:5 E302", "9:5 E514"],
    ),
    "the quotes as a whole": (CLAIM, BEFORE_QUOTES, ["1:1 E306", "1:1 E514"]),
    "a quote, while nothing can be read": (
        CLAIM,
        changed(CLAIM, QUOTE, "some: 1,200: people") + "worng\n",
        ["9:15 E211"],
    ),
    "the id of a withdrawn claim, while the record is wrong": (
        WITHDRAWN,
        "worng: words\n" + CLAIM,
        ["1:1 E301", "6:11 E504"],
    ),
    "how a letter is composed": (
        changed(CLAIM, KOREAN, unicodedata.normalize("NFD", KOREAN)),
        CLAIM,
        [],
    ),
}


@pytest.mark.parametrize(("before", "after", "expected"), PERMANENCE.values(), ids=PERMANENCE.keys())
def test_what_was_published_changes_only_with_a_word(
    check: Check, published: Callable[..., None], before: str, after: str, expected: list[str]
) -> None:
    published({CLAIM_FILE: before})
    checked = check({CLAIM_FILE: after}, "--base", "HEAD")
    assert checked.told == [f"{CLAIM_FILE}:{told}" for told in expected]
    assert checked.exit_code == bool(expected)


QUESTION, UNIT = SERIES.split("unit:")
MONEY = "measure: money\ncurrency: {}\n"
MEASURES = {
    "nothing": (SERIES, SERIES, []),
    "what it was without a word": (SERIES, f"{QUESTION}measure: count\nunit:{UNIT}", []),
    "the question": (SERIES, SERIES.replace("came", "arrived"), []),
    "the unit": (SERIES, SERIES.replace("other: visitors", "other: guests"), []),
    "the measure": (SERIES, f"{QUESTION}measure: decimal\nunit:{UNIT}", ["4:1 E723"]),
    "the currency": (QUESTION + MONEY.format("USD"), QUESTION + MONEY.format("KRW"), ["4:1 E723"]),
    "money to a count": (QUESTION + MONEY.format("USD"), SERIES, ["1:1 E723"]),
    "the measure, while the record is wrong": (
        f"worng: words\n{SERIES}",
        f"worng: words\n{QUESTION}measure: percent\n",
        ["1:1 E301", "5:1 E723"],
    ),
}


@pytest.mark.parametrize(("before", "after", "expected"), MEASURES.values(), ids=MEASURES.keys())
def test_a_published_series_keeps_its_measure(
    check: Check, published: Callable[..., None], before: str, after: str, expected: list[str]
) -> None:
    published({SERIES_FILE: before})
    checked = check({SERIES_FILE: after}, "--base", "HEAD")
    assert [told for told in checked.told if not told.endswith("W323")] == [
        f"{SERIES_FILE}:{told}" for told in expected
    ]


HALL_FILE, GUESTS_FILE = "claims/entities/city-hall.yml", "claims/series/guests.yml"
HALL = "kind: organization\nname: {en: City Hall, ko: 옴버 청사}\nmerged_into: city-office\n"
GUESTS = f"{QUESTION}merged_into: visitors\n"
HALL_ALONE = HALL.replace("merged_into: city-office\n", "")
OFFICE_CALLED_HALL = f"{ENTITY}aliases: [CITY HALL]\n"

VANISHED = {
    "a claim": (OTHER_FILE, "", {}, "withdrawn with on: 2032-01-01"),
    "an entity": ("claims/entities/lantern-walk.yml", "", {}, "merged_into: …"),
    "a series": (SERIES_FILE, "", {}, "merged_into: …"),
    "an entity of which another one has a name": (
        HALL_FILE,
        HALL_ALONE,
        {ENTITY_FILE: OFFICE_CALLED_HALL},
        "city-office",
    ),
    "an entity of which another kind has a name": (
        HALL_FILE,
        HALL_ALONE.replace("organization", "place"),
        {ENTITY_FILE: OFFICE_CALLED_HALL},
        "merged_into: …",
    ),
    "a series that another one asks": (
        GUESTS_FILE,
        SERIES.replace("방문객은", "손님은"),
        {},
        "merged_into: visitors",
    ),
    "an entity that was merged": (HALL_FILE, HALL, {}, "merged_into: city-office"),
    "a series that was merged": (GUESTS_FILE, GUESTS, {}, "merged_into: visitors"),
    "an entity that could not be read": (HALL_FILE, "kind: [\n", {}, "merged_into: …"),
    "an entity without names": (HALL_FILE, "kind: organization\nname: [City Office of Omber]\n", {}, "merged_into: …"),
}


@pytest.mark.parametrize(("file", "text", "others", "advice"), VANISHED.values(), ids=VANISHED.keys())
def test_a_published_record_does_not_vanish(
    check: Check,
    published: Callable[..., None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    file: str,
    text: str,
    others: Mapping[str, str],
    advice: str,
) -> None:
    published({**others, **({file: text} if text else {})})
    monkeypatch.setitem(ARCHIVE, file, "")
    monkeypatch.delitem(ARCHIVE, file)
    (tmp_path / file).unlink()
    checked = check(others, "--base", "HEAD")
    (problem,) = [each for each in checked.problems if each["code"] == "E505"]
    assert (problem["path"], checked.exit_code) == (file, 1)
    assert advice in problem["help"]
    assert ("withdrawn" in problem["help"]) == (file == OTHER_FILE)
    assert (advice in checked.text) == (file != OTHER_FILE)


UNMERGED = {
    "left": (HALL_FILE, HALL, HALL, []),
    "led elsewhere": (HALL_FILE, HALL, HALL.replace("city-office", "town-office"), []),
    "taken away": (HALL_FILE, HALL, HALL_ALONE, ["1:1 E515", "1:1 W705"]),
    "taken away from a series": (GUESTS_FILE, GUESTS, SERIES, ["1:1 E515", "1:1 W716"]),
    "taken away from a record that is wrong": (
        HALL_FILE,
        f"worng: words\n{HALL}",
        f"worng: words\n{HALL_ALONE}",
        ["1:1 E301", "1:1 E515"],
    ),
    "emptied": (HALL_FILE, HALL, f"{HALL_ALONE}merged_into:\n", ["3:13 E309"]),
    "added": (HALL_FILE, HALL_ALONE, HALL, []),
    "never published right": (HALL_FILE, f"{HALL_ALONE}merged_into: [city-office]\n", HALL_ALONE, ["1:1 W705"]),
}


@pytest.mark.parametrize(("file", "before", "after", "expected"), UNMERGED.values(), ids=UNMERGED.keys())
def test_what_was_merged_and_published_leads_on_for_ever(
    check: Check, published: Callable[..., None], file: str, before: str, after: str, expected: list[str]
) -> None:
    other = {
        "claims/entities/town-office.yml": f"{ENTITY.replace('City', 'Town').replace('시청', '읍사무소')}",
        OTHER_FILE: OTHER.replace("about: [", "about: [town-office, "),
    }
    published({**other, file: before})
    checked = check({**other, file: after}, "--base", "HEAD")
    assert sorted(checked.told) == [f"{file}:{each}" for each in expected]
    for problem in checked.problems:
        if problem["code"] == "E515":
            into = "city-office" if file == HALL_FILE else "visitors"
            assert f"merged_into: {into}" in problem["help"]
            assert [each["text"] for each in problem["suggestions"]] == [f"merged_into: {into}\n"]


def test_a_figure_may_name_what_its_question_was_merged_into(check: Check, published: Callable[..., None]) -> None:
    answer = figure("5")
    published({GUESTS_FILE: GUESTS, CLAIM_FILE: answer.replace("visitors", "guests")})
    assert check({CLAIM_FILE: answer}, "--base", "HEAD").told == []
    assert check({CLAIM_FILE: answer, GUESTS_FILE: SERIES}, "--base", "HEAD").told == [
        f"{CLAIM_FILE}:20:1 E514",
        f"{GUESTS_FILE}:1:1 E515",
        f"{GUESTS_FILE}:1:1 W716",
    ]


def test_a_record_that_was_published_wrong_does_not_vanish_either(
    check: Check, published: Callable[..., None], tmp_path: Path
) -> None:
    file = "claims/2031/2031-03-10-city-office-words.yml"
    published({file: "title: words\n"})
    (tmp_path / file).unlink()
    assert check({}, "--base", "HEAD").told == [f"{file}:1:1 E505"]


def test_a_wrong_name_is_no_id_that_must_stay(check: Check, published: Callable[..., None], tmp_path: Path) -> None:
    file = "claims/2031/2031-03-10-City-Office.yml"
    published({file: "title: words\n"})
    (tmp_path / file).unlink()
    assert check({}, "--base", "HEAD").told == []


def test_a_published_claim_may_move_to_the_folder_of_its_year_but_not_change(
    check: Check, published: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(ARCHIVE, CLAIM_FILE)
    wrong = CLAIM_FILE.replace("/2031/", "/2030/")
    published({wrong: CLAIM})
    (tmp_path / wrong).unlink()
    assert check({CLAIM_FILE: CLAIM}, "--base", "HEAD").told == []
    changed_quote = changed(CLAIM, QUOTE, "some 1,200 people came")
    assert check({CLAIM_FILE: changed_quote}, "--base", "HEAD").told == [f"{CLAIM_FILE}:9:11 E514"]


def test_a_published_record_keeps_its_name(
    check: Check, published: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published({})
    new = CLAIM_FILE.replace("visitors", "guests")
    monkeypatch.delitem(ARCHIVE, CLAIM_FILE)
    (tmp_path / CLAIM_FILE).rename(tmp_path / new)
    for base in ("HEAD", "HEAD~1"):  # in a pull request the change is a commit
        checked = check({new: CLAIM}, "--base", base)
        assert (checked.told, checked.exit_code) == ([f"{new}:1:1 E508"], 1)
        assert "withdraw" in checked.problems[0]["help"]
        repository.commit(tmp_path)


def test_a_published_entity_or_series_keeps_its_name_and_may_be_merged(
    check: Check, published: Callable[..., None], tmp_path: Path
) -> None:
    for file, new, text in (
        (HALL_FILE, "claims/entities/town-hall.yml", HALL_ALONE),
        (GUESTS_FILE, "claims/series/people.yml", SERIES),
    ):
        published({file: text})
        (tmp_path / file).unlink()
        [problem] = [each for each in check({new: text}, "--base", "HEAD").problems if each["code"] == "E508"]
        line = f"merged_into: {Path(new).stem}"
        assert (problem["path"], line in problem["help"]) == (new, True)
        told = check({new: text, file: f"{text}{line}\n"}, "--base", "HEAD").told
        assert [each for each in told if " W" not in each] == []


def test_the_relays_of_a_record_that_a_new_one_was_copied_from_are_told_of(
    check: Check, published: Callable[..., None]
) -> None:
    relayed = changed(CLAIM, "claimant: city-office\n", "claimant: city-office\nrelayed_by: [omber-daily]\n")
    published({CLAIM_FILE: relayed})
    copied = changed(relayed, "https://example.org/walk", "https://example.org/other")
    copied = changed(copied, QUOTE, "the lanterns were red")
    file = CLAIM_FILE.replace("visitors", "lanterns")
    assert check({CLAIM_FILE: relayed, file: copied}).told == []
    assert check({CLAIM_FILE: relayed, file: copied}, "--base", "HEAD").told == [f"{file}:6:1 W735"]


@pytest.mark.parametrize("base", ["nowhere", "--output=pwned", "-h", "HEAD..HEAD", "HEAD:claims", ""])
def test_a_base_that_is_no_commit_is_refused(
    published: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, base: str
) -> None:
    published({})
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(claims, ["check", f"--base={base}"])
    assert done.exit_code == 2
    assert not (tmp_path / "pwned").exists()


def test_a_pull_request_shows_ten_of_a_kind_and_its_summary_all(
    published: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = {f"claims/entities/a{number:02}.yml": "kind: x\n" for number in range(12)}
    marked_files = {
        f"claims/entities/b{number:02}.yml": f"\ufeffkind: event\nname: {{en: E{number}, ko: 행{number}}}\n"
        for number in range(12)
    }
    changed_files = ("claims/entities/a11.yml", "claims/entities/b11.yml")
    published({file: text for file, text in {**wrong, **marked_files}.items() if file in changed_files})
    write(tmp_path, {**wrong, **marked_files})
    write(tmp_path, {file: f"{({**wrong, **marked_files})[file]}# changed\n" for file in changed_files})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    done = CliRunner().invoke(claims, ["check", "--format", "github", "--base", "HEAD", "--lang", "en"])
    lines = done.stdout.splitlines()
    for level, first in (("error", changed_files[0]), ("warning", changed_files[1])):
        shown = [line for line in lines if line.startswith(f"::{level} ")]
        assert len(shown) == 10
        assert shown[0].startswith(f"::{level} file={first},")
    summary = (tmp_path / "summary.md").read_text("utf-8")
    counted = re.search(r"^(\d+) errors, (\d+) warnings in 24 files$", summary, re.MULTILINE)
    assert counted
    assert [line for line in lines if line.startswith("::notice")] == [
        f"::notice title={level}::{int(count) - 10} more; all are listed in the summary of this run"
        for level, count in zip(("error", "warning"), counted.groups(), strict=True)
    ]
    assert all(f"{file}:" in summary for file in (*wrong, *marked_files))


# Whatever else


SLIPS = st.sampled_from(
    [
        *"abehnoty0129-:#'\"[]{},|>&*!%@`?~<=\\/.() \t\n가é\u00a0\u3000\u200b\u202e\0\ufeff\U0001f600",
        *("  ", ": ", " #", "\n\n", "---\n", "- ", "\\x", "null", "<<: ", "!!", "&a ", "*a", "\r\n", "ko: ", "en: "),
    ]
)


@settings(max_examples=150)
@example("claims/series/visitors.yml", [(0.96875, 3, "a"), (1.0, 0, " #")])
@given(
    st.sampled_from(sorted(ARCHIVE)),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), SLIPS), min_size=1, max_size=4),
)
def test_a_slip_anywhere_is_harmless_or_told_of_inside_the_file(file: str, slips: list[tuple[float, int, str]]) -> None:
    text = ARCHIVE[file]
    for place, deleted, inserted in slips:
        start = int(place * len(text))
        text = text[:start] + inserted + text[start + deleted :]
    with tempfile.TemporaryDirectory() as folder:
        root = write(Path(folder), {**ARCHIVE, file: text})
        loaded = validate(root, LANGUAGES)
        for tag in LANGUAGES:
            assert reports.as_text(loaded.problems, lines_of(root), Language(tag))
    lines = text.split("\n")
    for problem in loaded.problems:
        if problem.place.path == file:
            assert 1 <= problem.place.line <= len(lines) + 1
            line = lines[problem.place.line - 1] if problem.place.line <= len(lines) else ""
            assert 1 <= problem.place.column <= len(line) + 1
    assert all(isinstance(entity, Entity) for entity in loaded.archive.entities.values())


@settings(max_examples=300)
@given(
    st.one_of(
        st.binary(max_size=3_000),
        st.lists(SLIPS, max_size=400).map(lambda parts: "".join(parts).encode()),
        st.text(max_size=1_000).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.tuples(SLIPS, st.integers(1, 60_000)).map(lambda run: (run[0] * run[1]).encode()[:MAX_BYTES]),
        st.tuples(st.sampled_from(sorted(ARCHIVE.values())), st.binary(max_size=8), st.floats(0, 1)).map(
            lambda parts: _spliced(parts[0].encode(), parts[1], parts[2])
        ),
    ),
    st.sampled_from(sorted(ARCHIVE)),
)
def test_any_bytes_are_a_record_or_have_problems_at_little_cost(limit: float, data: bytes, file: str) -> None:
    record, problems = read(data, file)
    assert cost(lambda: tell_of(data, file)) < limit
    assert record or any(problem.is_error for problem in problems)
    assert len(problems) <= 2 * 101 + 1


def _spliced(data: bytes, more: bytes, place: float) -> bytes:
    start = int(place * len(data))
    return data[:start] + more + data[start:]


def _files(root: Path) -> list[Path]:
    """All files but what a check remembers for the next one."""
    return sorted(path for path in root.rglob("*") if ".cache" not in path.parts)
