"""The ledger is written as a whole, in order, and the same results are the same bytes."""

import random
from datetime import date
from pathlib import Path

from site_builder.model.stored_texts import digest_of
from site_builder.model.verification import LEDGER, LedgerLine
from site_builder.read import ledger as read_ledger
from site_builder.sources.ledger import kept, write


def lines() -> list[LedgerLine]:
    return [
        LedgerLine(
            claim=f"2031-03-{day}-city-office-visitors",
            language=language,
            verdict="not-verifiable",
            day=date(2031, 4, 1),
            engine="1",
            quote=digest_of("words"),
            why="paywall",
            missed=(date(2031, 4, 1),),
        )
        for day in ("02", "10", "11")
        for language in ("en", "ko")
    ]


def test_lines_stand_in_the_order_of_claims_and_languages(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    shuffled = lines()
    random.Random(1).shuffle(shuffled)
    assert write(tmp_path, shuffled)
    data = (tmp_path / LEDGER).read_bytes()
    assert not write(tmp_path, lines())
    assert (tmp_path / LEDGER).read_bytes() == data
    assert read_ledger.lines(tmp_path) == lines()
    assert read_ledger.read(tmp_path)[1] == []


def test_keys_stand_in_their_order_without_those_that_say_nothing(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    write(tmp_path, lines()[:1])
    assert (tmp_path / LEDGER).read_text("utf-8") == (
        '{"claim": "2031-03-02-city-office-visitors", "language": "en", "verdict": "not-verifiable", '
        f'"day": "2031-04-01", "engine": "1", "quote": "{digest_of("words")}", "why": "paywall", '
        '"missed": ["2031-04-01"]}\n'
    )


def test_without_lines_there_is_no_ledger(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    assert not write(tmp_path, [])
    write(tmp_path, lines())
    assert write(tmp_path, [])
    assert not (tmp_path / LEDGER).exists()


def test_a_line_is_kept_unless_there_is_news() -> None:
    old, *_ = lines()
    values = {name: getattr(old, name) for name in old.__slots__}
    assert kept(old, LedgerLine(**values | {"day": date(2031, 5, 1), "engine": "2"})) is old
    news = LedgerLine(**values | {"day": date(2031, 5, 1), "why": "gone"})
    assert kept(old, news) is news
    assert kept(None, news) is news
