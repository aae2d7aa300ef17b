"""Fingerprints move with what they stand for, and with nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.library.fingerprints import Fingerprints, of_unified
from site_builder.library.groups import group
from site_builder.model.merging import unified
from site_builder.model.records import Archive, Entity
from site_builder.model.stored_texts import digest_of
from site_builder.model.verification import LedgerLine
from site_builder.read.git import History
from site_builder.read.loader import load
from tests.records import archive, claim, entity, series, write
from tests.test_docs import RECORDS

CLAIM = claim(figures=[{"series": "visitors", "value": "5", "hedge": "exact"}], relayed_by=["union"])
OTHER = claim("2031-03-13-union-lanterns", claimant="union")
NAMED = (entity("city-office"), entity("union"), entity("lantern-walk"), entity("omber-daily"))
SMALL = archive(CLAIM, OTHER, *NAMED, series("visitors"), series("lanterns"))


LINE = LedgerLine(
    claim=CLAIM.id,
    language="en",
    verdict="word-for-word",
    day=date(2031, 4, 1),
    engine="1",
    quote=digest_of(CLAIM.quotes["en"].text),
)
LATER = replace(LINE, day=date(2031, 4, 2))


def fingerprints(whole: Archive, changed: str = "", *lines: LedgerLine) -> Fingerprints:
    """The fingerprints of an archive of which one record says something else."""
    digests = {record.file: f"{record.id}{' changed' if record.id == changed else ''}" for record in whole.records()}
    return Fingerprints(whole, group(whole), History(), digests, {line.claim: {line.language: line} for line in lines})


def all_of(whole: Archive, changed: str = "", *lines: LedgerLine) -> dict[str, str]:
    found = fingerprints(whole, changed, *lines)
    return {
        **{f"record {each.id}": found.record(each) for each in whole.claims.values()},
        **{f"claim {each.id}": found.claim(each) for each in whole.claims.values()},
        **{f"data {each.id}": found.in_data(each) for each in whole.claims.values()},
        **{f"card {each.id}": found.card(each) for each in whole.claims.values()},
        **{f"entity {id}": found.entity(id) for id in whole.entities},
        **{f"series {id}": found.series(id) for id in whole.series},
    }


@pytest.mark.parametrize(
    ("record", "moved"),
    [
        ("nothing", set()),
        (CLAIM.id, {f"{of} {CLAIM.id}" for of in ("record", "claim", "card", "data")}),
        (OTHER.id, {f"{of} {OTHER.id}" for of in ("record", "claim", "card", "data")}),
        ("city-office", {"entity city-office", f"card {CLAIM.id}", f"data {CLAIM.id}"}),
        ("union", {"entity union", f"card {OTHER.id}", f"data {OTHER.id}", f"data {CLAIM.id}"}),
        ("omber-daily", {"entity omber-daily", f"data {OTHER.id}", f"data {CLAIM.id}"}),
        ("visitors", {"series visitors", f"card {CLAIM.id}", f"data {CLAIM.id}"}),
        ("lanterns", {"series lanterns"}),
    ],
)
def test_what_shows_a_record_moves_with_it(record: str, moved: set[str]) -> None:
    before, after = all_of(SMALL), all_of(SMALL, record)
    assert {name for name in before if before[name] != after[name]} == moved


@pytest.mark.parametrize(("before", "after"), [((), (LINE,)), ((LINE,), (LATER,)), ((LINE,), ())])
def test_a_line_of_the_ledger_moves_its_claim_and_the_data_and_no_card(
    before: tuple[LedgerLine, ...], after: tuple[LedgerLine, ...]
) -> None:
    known, moved = all_of(SMALL, "", *before), all_of(SMALL, "", *after)
    assert {name for name in known if known[name] != moved[name]} == {f"claim {CLAIM.id}", f"data {CLAIM.id}"}


def test_no_two_fingerprints_are_alike() -> None:
    found = all_of(SMALL, "", LINE, replace(LINE, claim=OTHER.id))
    assert len(set(found.values())) == len(found)


@pytest.mark.parametrize(
    ("entities", "moved"),
    [
        ((entity("union"),), set()),
        ((entity("union", merged_into="city-office"),), {CLAIM.file, OTHER.file}),
        ((entity("union", name={"en": "Union", "ko": "모임"}), entity("old")), set()),
        (
            (entity("union"), entity("old", name={"en": "Old", "ko": "옛"}, merged_into="union")),
            {entity("union").file},
        ),
        (
            (entity("union"), entity("old", name={"en": "Older", "ko": "옛"}, merged_into="union")),
            {entity("union").file},
        ),
    ],
)
def test_what_says_something_else_since_something_was_merged_has_another_digest(
    entities: tuple[Entity, ...], moved: set[str]
) -> None:
    whole = archive(CLAIM, OTHER, entity("city-office"), *entities)
    digests = {record.file: record.id for record in whole.records()}
    found = of_unified(whole, unified(whole).archive, digests)
    assert {file for file in digests if found[file] != digests[file]} == moved


def test_another_name_or_target_makes_another_digest() -> None:
    def found(**values: Any) -> set[str]:
        whole = archive(CLAIM, OTHER, entity("city-office"), entity("lake"), entity("union", **values))
        return set(of_unified(whole, unified(whole).archive, {each.file: each.id for each in whole.records()}).values())

    merged: list[dict[str, Any]] = [{"merged_into": "lake"}, {"merged_into": "city-office"}]
    merged += [{**each, "name": {"en": "Union", "ko": "모임"}} for each in merged]
    assert len({frozenset(found(**values)) for values in merged}) == len(merged)


def leaves(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every text of a record, as the mapping or list that holds it and its place there."""
    for place, part in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(part, str):
            yield value, place
        else:
            yield from leaves(part)


@pytest.mark.parametrize("file", RECORDS)
def test_every_value_of_a_record_moves_its_fingerprint(tmp_path: Path, file: str) -> None:
    """The records of the reference have every key. Nothing that was remembered before hides the new value."""
    memory, values = tmp_path / "memory", yaml.load(RECORDS[file], yaml.BaseLoader)
    seen = {load(write(tmp_path / "archive", {file: RECORDS[file]}), memory).digests[file]}
    for holder, place in leaves(values):
        kept = holder[place]
        holder[place] = f"{kept} 1"
        write(tmp_path / "archive", {file: yaml.safe_dump(values, allow_unicode=True)})
        found = load(tmp_path / "archive", memory).digests.get(file)
        assert found not in seen, (place, kept)
        seen |= {found} if found else set()
        holder[place] = kept
    assert len(seen) > 1
