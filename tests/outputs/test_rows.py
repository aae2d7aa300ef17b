"""Rows that are remembered from one build to the next."""

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from site_builder.library.library import Library
from site_builder.outputs import rows
from site_builder.outputs.rows import Rows
from site_builder.read.cache import CACHE
from tests import libraries
from tests.records import claim, entity, series

COUNT = 40


@pytest.fixture(autouse=True)
def short_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "_LENGTH", 4)


def ids(count: int) -> list[str]:
    return [f"2031-03-12-walk-{chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(count)]


def library(these: Sequence[str]) -> Library:
    return libraries.library(
        *(claim(id=id) for id in these), entity(), entity(id="lantern-walk"), entity(id="omber-daily"), series()
    )


def test_runs_hold_all_claims_once_in_their_order() -> None:
    these = library(ids(COUNT))
    found = rows.runs(these)
    assert [id for run in found for id in run.ids] == list(these.archive.claims)
    assert 3 < len(found) < COUNT


def test_a_claim_that_comes_or_goes_changes_one_run() -> None:
    before = {run.fingerprint for run in rows.runs(library(ids(COUNT)))}
    for gone in random.Random(1).sample(ids(COUNT), 10):
        after = {run.fingerprint for run in rows.runs(library([id for id in ids(COUNT) if id != gone]))}
        assert len(before - after) <= 2, gone  # where it ended a run, two become one


def test_rows_are_made_once_and_what_is_gone_is_forgotten(tmp_path: Path) -> None:
    made = list[str]()

    def make(these: Sequence[str]) -> bytes:
        made.extend(these)
        return "".join(f"{id}\n" for id in these).encode()

    for count, news in ((COUNT, ids(COUNT)), (COUNT, []), (COUNT - 1, None)):
        these = library(ids(count))
        these.root = tmp_path
        made.clear()
        runs = rows.runs(these)
        assert b"".join(Rows(these, "x.csv").of(runs, make)).decode().split() == ids(count)
        assert len(list((tmp_path / CACHE / "rows" / "x.csv").iterdir())) == len(runs)
        assert made == news if news is not None else len(made) < COUNT


def test_where_nothing_can_be_kept_rows_are_made_each_time(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file where a folder should be", "utf-8")
    these = library(ids(5))
    these.root = tmp_path
    for _ in range(2):
        assert b"".join(Rows(these, "x").of(rows.runs(these), lambda ids: b"%d," % len(ids)))


def test_rows_that_follow_others_are_made_anew_with_them(tmp_path: Path) -> None:
    made = list[tuple[Sequence[str], Sequence[str]]]()

    def make(before: Sequence[str], these: Sequence[str]) -> bytes:
        made.append((before, these))
        return "".join(f"{id}\n" for id in these).encode()

    these = library(ids(COUNT))
    these.root = tmp_path
    runs = rows.runs(these)
    assert b"".join(Rows(these, "x").following(runs, make)).decode().split() == ids(COUNT)
    assert made == list(pairwise([(), *(run.ids for run in runs)]))
    made.clear()
    changed = [*runs[:1], replace(runs[1], fingerprint="other"), *runs[2:]]
    assert b"".join(Rows(these, "x").following(changed, make)).decode().split() == ids(COUNT)
    assert made == [(runs[0].ids, runs[1].ids), (runs[1].ids, runs[2].ids)]
