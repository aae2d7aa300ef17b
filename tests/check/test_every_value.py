"""What a check looks for is found wherever a record can have it."""

import copy
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from site_builder.check import dates, references, relations, text, translations, urls
from site_builder.check.context import Check, Context
from site_builder.model import walk
from site_builder.model.records import FORMS, Record
from site_builder.model.roles import Role
from site_builder.model.walk import Walk
from site_builder.problems import Finding, Path
from site_builder.read.reader import plain_values
from site_builder.read.schema_lookup import type_of
from tests.records import archive
from tests.test_docs import RECORDS

VALUES: dict[str, Any] = {file: plain_values(content.encode(), file) for file, content in RECORDS.items()}
WORDS = (Role.LINE, Role.TEXT, Role.NAME, Role.SHORT_NAME)
Spoil = Callable[[Any], Any]


def made(file: str, values: Mapping[str, Any]) -> Record:
    record: Record = FORMS[type_of(file)].validate_python({**values, "id": file.rpartition("/")[2][:-4]})
    return record


WHOLE = {file: made(file, values) for file, values in VALUES.items()}


def examined(
    check: Check, whole: Mapping[str, Record], partial_values: Mapping[str, object] | None = None
) -> list[Finding]:
    """What a check finds in these records, and in plain values of others."""
    files = frozenset(RECORDS)
    return list(check(Context(archive(*whole.values()), ("en", "ko"), files, date(2031, 12, 1), partial_values or {})))


def places(wanted: Walk[Any]) -> list[tuple[str, Path, Any]]:
    """Where the records have what is wanted, with what they have there."""
    found = [(file, at, value) for file, record in WHOLE.items() for at, value in wanted(record)]
    assert found
    return found


def spoilt(file: str, at: Path, spoil: Spoil) -> dict[str, Any]:
    """The plain values of a record with one of them spoilt."""
    values = copy.deepcopy(VALUES[file])
    above: Any = values
    for step in at[:-1]:
        above = above[step]
    above[at[-1]] = spoil(above[at[-1]])
    return dict(values)


def without_korean(texts: Mapping[str, Any]) -> dict[str, Any]:
    return {language: each for language, each in texts.items() if language != "ko"}


CASES: dict[str, tuple[Check, Walk[Any], Spoil]] = {
    "E405": (text.unclean, walk.values(*WORDS, Role.URL), lambda words: f"{words[:2]}\u2060{words[2:]}"),
    "E402": (text.unclean, walk.values(*WORDS), lambda words: f"{words} Cafe\u0301"),
    "E703": (references.unknown_entities, walk.entity_ids, lambda id: "nobody"),
    "E706": (references.unknown_series, walk.series_ids, lambda id: "nothing"),
    "E707": (references.unknown_claims, walk.claim_ids, lambda id: "2031-nothing"),
    "E601": (urls.unfit_addresses, walk.values(Role.URL), lambda url: "javascript:alert(1)"),
    "E305": (dates.late_dates, walk.values(Role.DATE), lambda day: "2032-01-01"),
    "E310": (translations.missing_languages, walk.by_language(Role.LINE, Role.NAME, Role.SHORT_NAME), without_korean),
    "W323": (translations.missing_languages, walk.by_language(Role.TEXT), without_korean),
}


@pytest.mark.parametrize("code", CASES)
def test_what_is_wrong_with_a_value_is_found_wherever_it_may_stand(code: str) -> None:
    check, wanted, spoil = CASES[code]
    assert examined(check, WHOLE) == []
    for file, at, _ in places(wanted):
        whole = {**WHOLE, file: made(file, spoilt(file, at, spoil))}
        found = [(finding.file, finding.at, finding.kind.code) for finding in examined(check, whole)]
        assert found == [(file, at, code)]


@pytest.mark.parametrize("code", ["E703", "E706", "E707"])
def test_ids_are_looked_at_in_records_that_are_not_whole(code: str) -> None:
    check, wanted, spoil = CASES[code]
    for file, at, _ in places(wanted):
        others = {other: record for other, record in WHOLE.items() if other != file}
        found = examined(check, others, {file: {**spoilt(file, at, spoil), "colour": "red"}})
        assert [(finding.file, finding.at) for finding in found] == [(file, at)]


def test_a_list_names_nothing_twice_wherever_it_stands() -> None:
    assert examined(relations.named_twice, WHOLE) == []
    for file, at, items in places(walk.lists()):
        if items:
            twice = made(file, spoilt(file, at, lambda items: [*items, items[0]]))
            (finding,) = examined(relations.named_twice, {**WHOLE, file: twice})
            assert (finding.file, finding.at) == (file, (*at, len(items)))
            assert finding.related == (file, (*at, 0))
