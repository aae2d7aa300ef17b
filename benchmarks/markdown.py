"""The pages of an archive as plain Markdown, with the information that this generator's pages give.

Links lead to `.md` files, as MkDocs advises. A link that begins with `@/` starts at the folder of all pages
until the page that holds it is known.
"""

from __future__ import annotations

import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from site_builder.language.language import Language

Record = dict[str, Any]
"""A record as its file writes it: every scalar is text."""

LANGUAGES = ("en", "ko")
PER_PAGE = 50
LINKS = {"revises": "revised", "disputes": "disputed", "repeats": "repeated"}
"""A claim's links to earlier claims, and the word for the same link seen from the earlier claim."""

_BEFORE_UNIT = (" ", "")
"""What stands between a number and its unit, in the order of `LANGUAGES`."""
HEDGES = {
    "exact": ("{}", "{}"),
    "about": ("about {}", "약 {}"),
    "nearly": ("nearly {}", "거의 {}"),
    "more-than": ("more than {}", "{} 초과"),
    "at-least": ("at least {}", "최소 {}"),
    "at-most": ("at most {}", "최대 {}"),
}

WORDS = {
    "home": ("Claim archive", "발언 기록관"),
    "claims": ("Claims", "발언"),
    "entities": ("Entities", "인물·기관"),
    "dates": ("Dates", "날짜"),
    "series": ("Questions", "질문"),
    "sources": ("Sources", "출처"),
    "corrections": ("Corrections", "정정"),
    "newest": ("Newest claims", "최근 발언"),
    "quotes": ("Quotes", "인용문"),
    "figures": ("Figures", "수치"),
    "related": ("Related claims", "관련 발언"),
    "reports": ("Further reports", "다른 보도"),
    "notes": ("Notes", "참고"),
    "claimant": ("Claimant", "발언자"),
    "relayed": ("Relayed by", "전달자"),
    "about": ("About", "대상"),
    "said": ("Said", "발언일"),
    "source": ("As published", "원문"),
    "translation": ("Translation", "번역"),
    "from": ("from", "원문 언어"),
    "human": ("by a person", "사람 번역"),
    "machine": ("by a machine", "기계 번역"),
    "true": ("reviewed", "검수 완료"),
    "false": ("not reviewed", "검수 전"),
    "published": ("published", "발행"),
    "archived": ("archived copy", "보존본"),
    "accessed": ("read on", "열람"),
    "figure": ("Figure", "수치"),
    "as_of": ("As of", "기준일"),
    "revises": ("Revises", "수정한 발언"),
    "disputes": ("Disputes", "상충하는 발언"),
    "repeats": ("Repeats", "되풀이한 발언"),
    "revised": ("Revised by", "이를 수정한 발언"),
    "disputed": ("Disputed by", "이와 상충하는 발언"),
    "repeated": ("Repeated by", "이를 되풀이한 발언"),
    "withdrawn": ("Withdrawn", "철회됨"),
    "permalink": ("Permanent link", "고정 링크"),
    "kind": ("Kind", "종류"),
    "aliases": ("Also known as", "다른 이름"),
    "part_of": ("Part of", "소속"),
    "previous": ("Previous", "이전"),
    "next": ("Next", "다음"),
}


@dataclass(frozen=True, slots=True)
class Archive:
    """All records by id, claims newest first, and who links to whom."""

    claims: dict[str, Record]
    entities: dict[str, Record]
    series: dict[str, Record]
    linked_from: dict[str, list[tuple[str, str]]]


def load(root: Path) -> Archive:
    """Read an archive that is known to be valid."""

    def read(pattern: str) -> dict[str, Record]:
        return {
            path.stem: yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
            for path in sorted((root / "claims").glob(pattern), key=lambda path: path.stem)
        }

    claims = dict(reversed(read("[0-9]*/*.yml").items()))
    linked_from = defaultdict(list)
    for id, claim in claims.items():
        for kind, seen_back in LINKS.items():
            for other in claim.get(kind, []):
                linked_from[other].append((seen_back, id))
    return Archive(claims, read("entities/*.yml"), read("series/*.yml"), dict(linked_from))


def pages(archive: Archive) -> Iterator[tuple[str, str]]:
    """Path and text of every page of every language, and of the page that offers the languages."""
    links = "".join(f"- [{language}]({language}/index.md)\n" for language in LANGUAGES)
    yield "index.md", f"---\ntitle: Claim archive\n---\n\n# Claim archive\n\n{links}"
    for language in LANGUAGES:
        yield from Pages(archive, language).all()


def permalinks(archive: Archive) -> Iterator[tuple[str, str]]:
    """Path and HTML of the small pages that lead from a permalink to a language."""
    for id in archive.claims:
        target = f"../../{LANGUAGES[0]}/claims/{id}/"
        yield (
            f"c/{id}/index.html",
            f'<!doctype html><meta charset="utf-8"><title>{id}</title>'
            f'<meta http-equiv="refresh" content="0; url={target}"><a href="{target}">{id}</a>\n',
        )


class Pages:
    """The pages of one language."""

    def __init__(self, archive: Archive, language: str) -> None:
        self._archive, self._language = archive, language
        self._column = LANGUAGES.index(language)
        self._numbers = Language(language)

    def all(self) -> Iterator[tuple[str, str]]:
        """Path and text of each page."""
        yield self._home()
        for id, claim in self._archive.claims.items():
            yield self._page(f"claims/{id}", claim["title"][self._language], self._claim(id, claim))
        yield from self._paged("claims", self._word("claims"), self._claim_lines(self._archive.claims), folder=True)
        yield from self._entities()
        yield from self._dates()
        yield from self._series()
        yield from self._paged("sources", self._word("sources"), self._source_lines(), folder=True)
        yield from self._paged("corrections", self._word("corrections"), self._correction_lines(), folder=True)

    def _home(self) -> tuple[str, str]:
        newest = self._claim_lines(list(self._archive.claims)[:10])
        questions = [f"- {self._question(id)}" for id in self._archive.series]
        lines = [f"## {self._word('newest')}", "", *newest, "", f"## {self._word('series')}", "", *questions]
        return self._page("index", self._word("home"), lines)

    def _claim(self, id: str, claim: Record) -> list[str]:
        lines = []
        if withdrawn := claim.get("withdrawn"):
            lines += [
                f"**{self._word('withdrawn')}** {withdrawn['on']}: {self._own(withdrawn['reason'])}",
                "",
            ]
        lines.append(f"- {self._word('said')}: {claim['said']}")
        lines.append(f"- {self._word('claimant')}: {self._entity(claim['claimant'])}")
        if relays := claim.get("relayed_by"):
            lines.append(f"- {self._word('relayed')}: {', '.join(map(self._entity, relays))}")
        lines.append(f"- {self._word('about')}: {', '.join(map(self._entity, claim['about']))}")
        lines += ["", f"## {self._word('quotes')}"]
        for language, quote in claim["quotes"].items():
            lines += ["", f"> {_plain(quote['text'])}", "", f"{language}: {self._origin(quote)}"]
        lines += self._figure_table(claim.get("figures", []), claim["said"])
        related = [(kind, other) for kind in LINKS for other in claim.get(kind, [])]
        related += self._archive.linked_from.get(id, [])
        lines += self._section("related", [f"{self._word(kind)}: {self._claim_link(other)}" for kind, other in related])
        lines += self._section("reports", [self._article(report) for report in claim.get("reports", [])])
        if notes := claim.get("notes"):
            lines += ["", f"## {self._word('notes')}", "", self._own(notes)]
        corrections = claim.get("corrections", [])
        lines += self._section("corrections", [f"{entry['on']}: {self._own(entry['note'])}" for entry in corrections])
        return [*lines, "", f"[{self._word('permalink')}](@/c/{id}/index.html)"]

    def _origin(self, quote: Record) -> str:
        if quote["origin"] == "source":
            return f"{self._word('source')}. {self._article(quote['source'])}"
        told = [
            f"{self._word('from')} {quote['from']}",
            self._word(quote["method"]),
            self._word(quote["reviewed"]),
        ]
        return f"{self._word('translation')} ({', '.join(told)}). {_plain(quote.get('by', ''))}"

    def _article(self, source: Record) -> str:
        title = _plain(source.get("title", source["url"].split("/")[2]))
        text = f"[{title}]({source['url']}), {self._entity(source['publisher'])}"
        if "published" in source:
            text += f", {self._word('published')} {source['published']}"
        if "archived" in source:
            text += f", [{self._word('archived')}]({source['archived']})"
        if "accessed" in source:
            text += f", {self._word('accessed')} {source['accessed']}"
        return text

    def _figure_table(self, figures: Sequence[Record], said: str) -> list[str]:
        rows = [
            f"| {self._question(figure['series'])} | {self._figure(figure)} | {figure.get('as_of', said)} |"
            for figure in figures
        ]
        head = [
            f"| {self._word('series')} | {self._word('figure')} | {self._word('as_of')} |",
            "| --- | --- | --- |",
        ]
        return ["", f"## {self._word('figures')}", "", *head, *rows] if rows else []

    def _figure(self, figure: Record) -> str:
        numbers = [self._numbers.number(Decimal(figure[key])) for key in ("value", "min", "max") if key in figure]
        series = self._archive.series[figure["series"]]
        unit = series["unit"][self._language]["other"] if "unit" in series else series.get("currency", "%")
        amount = "–".join(numbers) + _BEFORE_UNIT[self._column] + unit
        return HEDGES[figure["hedge"]][self._column].format(amount)

    def _entities(self) -> Iterator[tuple[str, str]]:
        named = defaultdict(list)
        for id, claim in self._archive.claims.items():
            for entity in {
                claim["claimant"],
                *claim.get("relayed_by", []),
                *claim["about"],
                *_publishers(claim),
            }:
                named[entity].append(id)
        lines = [f"- {self._entity(id)} ({len(named[id])})" for id in self._archive.entities]
        yield from self._paged("entities", self._word("entities"), lines, folder=True)
        for id, entity in self._archive.entities.items():
            about = [f"- {self._word('kind')}: {entity['kind']}"]
            if "description" in entity:
                about.append(f"- {self._own(entity['description'])}")
            if "aliases" in entity:
                about.append(f"- {self._word('aliases')}: {_plain(', '.join(entity['aliases']))}")
            if "part_of" in entity:
                about.append(f"- {self._word('part_of')}: {self._entity(entity['part_of'])}")
            title = entity["name"][self._language]
            yield from self._paged(f"entities/{id}", title, self._claim_lines(named[id]), about)

    def _dates(self) -> Iterator[tuple[str, str]]:
        held = defaultdict(list)
        for id, claim in self._archive.claims.items():
            for period in _periods(claim["said"]):
                held[period].append(id)
        order = sorted(held, reverse=True)
        years = [self._period_line(period, held[period]) for period in order if len(period) == 4]
        yield from self._paged("dates", self._word("dates"), years, folder=True)
        for period in order:
            within = [other for other in order if len(other) == len(period) + 3 and other.startswith(period)]
            about = [self._period_line(other, held[other]) for other in within]
            own = [id for id in held[period] if _periods(self._archive.claims[id]["said"])[-1] == period]
            yield from self._paged(f"dates/{period}", period, self._claim_lines(own), about)

    def _period_line(self, period: str, ids: Sequence[str]) -> str:
        return f"- [{period}](@/{self._language}/dates/{period}.md) ({len(ids)})"

    def _series(self) -> Iterator[tuple[str, str]]:
        answers = defaultdict(list)
        for id, claim in self._archive.claims.items():
            for figure in claim.get("figures", []):
                line = f"- {claim['said']}: {self._figure(figure)}, {self._entity(claim['claimant'])}"
                answers[figure["series"]].append(f"{line}, {self._claim_link(id)}")
        lines = [f"- {self._question(id)} ({len(answers[id])})" for id in self._archive.series]
        yield from self._paged("series", self._word("series"), lines, folder=True)
        for id, series in self._archive.series.items():
            about = [f"- {self._word('part_of')}: {self._question(series['part_of'])}"] if "part_of" in series else []
            yield from self._paged(f"series/{id}", series["question"][self._language], answers[id], about)

    def _source_lines(self) -> list[str]:
        articles = defaultdict(list)
        for id, claim in self._archive.claims.items():
            for quote in claim["quotes"].values():
                if source := quote.get("source"):
                    line = f"- {self._article(source)}: {self._claim_link(id)}"
                    articles[source["publisher"]].append(line)
        return [line for publisher in sorted(articles) for line in articles[publisher]]

    def _correction_lines(self) -> list[str]:
        entries = [
            (entry["on"], f"- {entry['on']}: {self._claim_link(id)}: {self._own(entry['note'])}")
            for id, claim in self._archive.claims.items()
            for entry in claim.get("corrections", [])
        ]
        return [line for _, line in sorted(entries, reverse=True)]

    def _claim_lines(self, ids: Sequence[str] | dict[str, Record]) -> list[str]:
        claims = self._archive.claims
        return [f"- {claims[id]['said']}: {self._claim_link(id)}, {self._entity(claims[id]['claimant'])}" for id in ids]

    def _claim_link(self, id: str) -> str:
        title = _plain(self._archive.claims[id]["title"][self._language])
        return f"[{title}](@/{self._language}/claims/{id}.md)"

    def _entity(self, id: str) -> str:
        entity = self._archive.entities[id]
        name = (entity.get("short") or entity["name"])[self._language]
        return f"[{_plain(name)}](@/{self._language}/entities/{id}.md)"

    def _question(self, id: str) -> str:
        question = _plain(self._archive.series[id]["question"][self._language])
        return f"[{question}](@/{self._language}/series/{id}.md)"

    def _own(self, text: dict[str, str]) -> str:
        return _plain(text[self._language])

    def _word(self, key: str) -> str:
        return WORDS[key][self._column]

    def _section(self, word: str, items: Sequence[str]) -> list[str]:
        return ["", f"## {self._word(word)}", "", *(f"- {item}" for item in items)] if items else []

    def _paged(
        self, name: str, title: str, lines: Sequence[str], about: Sequence[str] = (), folder: bool = False
    ) -> Iterator[tuple[str, str]]:
        """A list as pages of fifty, `about` above the first. A `folder` is a list that has pages below it."""
        count = max(1, -(-len(lines) // PER_PAGE))
        names = [
            f"{name}/index" if folder else name,
            *(f"{name}/page-{number}" for number in range(2, count + 1)),
        ]
        for at, path in enumerate(names):
            text = [*about, ""] if at == 0 else []
            text += lines[at * PER_PAGE : (at + 1) * PER_PAGE]
            if at:
                text += ["", f"[{self._word('previous')}](@/{self._language}/{names[at - 1]}.md)"]
            if at + 1 < count:
                text += ["", f"[{self._word('next')}](@/{self._language}/{names[at + 1]}.md)"]
            yield self._page(path, title, text)

    def _page(self, name: str, title: str, lines: Sequence[str]) -> tuple[str, str]:
        path = f"{self._language}/{name}.md"
        head = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n\n# {_plain(title)}\n\n"
        return path, head + "\n".join(lines).replace("](@/", "](" + "../" * path.count("/")) + "\n"


def _plain(text: str) -> str:
    """Text that Markdown prints as it is."""
    return re.sub(r"([\\`*_\[\]#|])", r"\\\1", html.escape(text, quote=False))


def _publishers(claim: Record) -> set[str]:
    return {quote["source"]["publisher"] for quote in claim["quotes"].values() if "source" in quote}


def _periods(said: str) -> list[str]:
    """The year, month and day that hold a date, as far as one does; one across two years is held by both."""
    first, _, last = said.rstrip("~").partition("/")
    last = last or first
    if first[:4] != last[:4]:
        return [first[:4], last[:4]]
    return [first[:width] for width in (4, 7, 10) if len(first) >= width and first[:width] == last[:width]]
