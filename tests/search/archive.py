"""Records of the invented archive in which the queries are tried."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
SITE_LANGUAGES = ("en", "ko")


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as `claims.txt` tells it."""

    id: str
    said: str
    claimant: str
    about: Sequence[str]
    relayed_by: Sequence[str]
    publisher: str
    origin: str
    figures: Sequence[Sequence[str]]
    """Series, hedge, and the number or both ends of a range."""
    titles: Mapping[str, str]
    quotes: Mapping[str, str]

    @property
    def name(self) -> str:
        """The words of its id, by which queries name it."""
        return self.id.removeprefix(f"{self.said}-")

    @property
    def named(self) -> frozenset[str]:
        """The entities that the claim names."""
        return frozenset([self.claimant, *self.relayed_by, *self.about])


def told() -> list[Told]:
    """Read the claims, of which each is a paragraph.

    Its first line has the date, the claimant, a word for the id, and then, between bars: whom it is about, who relayed
    it, the publisher, the language in which it was said, the figures. Title and quote in Korean and in English follow,
    and the quote in the language in which it was said if that is another one.
    """
    return [_told(paragraph.splitlines()) for paragraph in _text("claims.txt").split("\n\n")]


def write(root: Path) -> None:
    """Put all records below `root/claims`."""
    names = yaml.safe_load(_text("names.yml"))
    for folder, records in (
        ("entities", ((id, _entity(*row)) for id, row in names["entities"].items())),
        ("series", ((id, _series(*row)) for id, row in names["series"].items())),
    ):
        for id, record in records:
            _write(root / "claims" / folder / f"{id}.yml", record)
    for number, claim in enumerate(told()):
        _write(root / "claims" / claim.said[:4] / f"{claim.id}.yml", _claim(claim, number))


def _told(lines: Sequence[str]) -> Told:
    head, korean, quote_ko, english, quote_en, *others = lines
    first, about, relayed_by, publisher, origin, figures = (part.strip() for part in head.split("|"))
    said, claimant, word = first.split()
    return Told(
        f"{said}-{claimant}-{word}",
        said,
        claimant,
        about.split(),
        relayed_by.split(),
        publisher,
        origin,
        [figure.split() for figure in figures.split(";") if figure],
        {"en": english, "ko": korean},
        {"en": quote_en, "ko": quote_ko, **dict.fromkeys([origin] if others else [], "".join(others))},
    )


def _entity(
    kind: str, english: str, korean: str, short_en: str | None, short_ko: str | None, aliases: Sequence[str]
) -> dict[str, Any]:
    record: dict[str, Any] = {"kind": kind, "name": {"en": english, "ko": korean}}
    if short_en and short_ko:
        record["short"] = {"en": short_en, "ko": short_ko}
    return {**record, **({"aliases": list(aliases)} if aliases else {})}


def _series(english: str, korean: str, counted: str | Sequence[str]) -> dict[str, Any]:
    record: dict[str, Any] = {"question": {"en": english, "ko": korean}}
    if counted == "percent":
        return {**record, "measure": counted}
    if isinstance(counted, str):
        return {**record, "measure": "money", "currency": counted}
    one, other, unit = counted
    return {**record, "unit": {"en": {"one": one, "other": other}, "ko": {"other": unit}}}


def _claim(claim: Told, number: int) -> dict[str, Any]:
    return {
        "title": claim.titles,
        "said": claim.said,
        "claimant": claim.claimant,
        **({"relayed_by": claim.relayed_by} if claim.relayed_by else {}),
        "about": claim.about,
        "quotes": {language: _quote(claim, language, text, number) for language, text in claim.quotes.items()},
        **({"figures": [_figure(*figure) for figure in claim.figures]} if claim.figures else {}),
    }


def _quote(claim: Told, language: str, text: str, number: int) -> dict[str, Any]:
    if language != claim.origin:
        return {"text": text, "origin": "translation", "from": claim.origin, "method": "human", "reviewed": "true"}
    url = f"https://news.example.org/{claim.publisher}/{number}"
    source = {
        "url": url,
        "publisher": claim.publisher,
        "published": claim.said,
        "archived": f"https://web.archive.org/web/{claim.said.replace('-', '')}235959/{url}",
    }
    return {"text": text, "origin": "source", "source": source}


def _figure(series: str, hedge: str, number: str) -> dict[str, str]:
    low, _, high = number.partition("-")
    if high:
        return {"series": series, "min": low, "max": high, "hedge": hedge}
    return {"series": series, "value": low, "hedge": hedge}


def _text(name: str) -> str:
    return (HERE / name).read_text("utf-8").strip()


def _write(path: Path, record: Mapping[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(_lines(record)) + "\n", "utf-8")


def _lines(record: Mapping[str, Any]) -> Iterator[str]:
    """A record as YAML: each key on a line, its value as JSON, which YAML is as well."""
    for key, value in record.items():
        yield f"{key}: {json.dumps(value, ensure_ascii=False)}"
