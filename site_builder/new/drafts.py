"""New records as `claims new` writes them, and what it proposes to the person who adds one: pure functions."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from difflib import get_close_matches
from urllib.parse import urlsplit

from slugify import slugify

from site_builder.check.text import script_of
from site_builder.fix import scalars
from site_builder.language.tags import scripts
from site_builder.model import records, walk
from site_builder.model.dates import EdtfDate
from site_builder.model.figures import MEANINGS, Bounds, bounds
from site_builder.model.records import Archive, Claim, Entity, Figure, Record, Series, Source
from site_builder.text.characters import width
from site_builder.text.quoting import quoted

Value = str | Sequence["Value"] | Mapping[str, "Value"]
"""What a record holds: text, lists and mappings, as a YAML reader gives them."""
Names = Mapping[str, Sequence[str]]
"""What a record may be called, by its id."""

_COLUMNS = 88
_WORDS_IN_ID = 4
_NEAR = timedelta(days=60)
_FORMED = frozenset(["said", "published", "accessed", "value", "min", "max", "reviewed"])
"""Keys whose values are written as they are, though other readers of YAML take them for dates, numbers or truth."""
_NOT_TEXT_ELSEWHERE = re.compile(r"~|null|true|false|yes|no|on|off|[yn]|[-+.]?[0-9][-+.:,_0-9a-fxo]*|=", re.IGNORECASE)
_NUMBER = re.compile(r"([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?: *[-–~] *([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+))?")
_SAYS_NOTHING = frozenset(
    re.findall(
        "[a-z]+",
        """a an the of at in on by for to from as and or that is are was were has have had been be being did do does its
        his her their how many much when where who what which about around approximately roughly nearly almost some
        over under more less than least most up says said say puts put reports report reported reporting claims claim
        claimed states stated estimates estimate estimated counts count counted announces announced confirms confirmed
        tells told gives gave headline one two three four five six seven eight nine ten eleven twelve dozen dozens
        hundred hundreds thousand thousands million millions billion billions""",
    )
)
"""Words that tell no claim from another, or are figures, hedges or ways to speak."""


@dataclass(frozen=True, slots=True)
class Report:
    """Where words were published, and when they were read there."""

    url: str
    publisher: str
    title: str = ""
    published: str = ""
    accessed: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A number that answers the question of a series; `high` is empty unless it is a range."""

    series: str
    low: str
    high: str
    hedge: records.Hedge

    @property
    def bounds(self) -> Bounds:
        """What the number can mean."""
        meaning = MEANINGS[self.hedge, "range" if self.high else "value"]
        return meaning.bounds(int(self.low), int(self.high or self.low))


@dataclass(frozen=True, slots=True)
class Statement:
    """All that is known of a new claim. `translations` are by language; `translated_by` is human or machine."""

    said: str
    claimant: str
    title: Mapping[str, str]
    about: Sequence[str]
    language: str
    quote: str
    source: Report
    translations: Mapping[str, str]
    translated_by: str
    relayed_by: Sequence[str] = ()
    answer: Answer | None = None
    revises: Sequence[str] = ()
    disputes: Sequence[str] = ()


def claim(statement: Statement, languages: Sequence[str]) -> Mapping[str, Value]:
    """The record of a claim; its quotes stand in the order of the site's languages."""
    quotes: dict[str, Value] = {
        language: {
            "text": text,
            "origin": "translation",
            "from": statement.language,
            "method": statement.translated_by,
            "reviewed": "false",
        }
        for language, text in statement.translations.items()
    }
    report = statement.source
    source = {
        "url": report.url,
        "publisher": report.publisher,
        "title": report.title,
        "published": report.published,
        "accessed": report.accessed,
    }
    quotes[statement.language] = {"text": statement.quote, "origin": "source", "source": _filled(source)}
    order = sorted(quotes, key=[*languages, statement.language].index)
    return _filled(
        {
            "title": statement.title,
            "said": statement.said,
            "claimant": statement.claimant,
            "relayed_by": statement.relayed_by,
            "about": statement.about,
            "quotes": {language: quotes[language] for language in order},
            "figures": [_figure(statement.answer)] if statement.answer else [],
            "revises": statement.revises,
            "disputes": statement.disputes,
        }
    )


def _figure(answer: Answer) -> Mapping[str, Value]:
    number = {"min": answer.low, "max": answer.high} if answer.high else {"value": answer.low}
    return {"series": answer.series, **number, "hedge": answer.hedge}


def entity(
    kind: str,
    name: Mapping[str, str],
    *,
    short: Mapping[str, str] | None = None,
    aliases: Sequence[str] = (),
    description: Mapping[str, str] | None = None,
    wikidata: str = "",
    part_of: str = "",
) -> Mapping[str, Value]:
    """The record of an entity."""
    return _filled(
        {
            "kind": kind,
            "name": name,
            "short": short or {},
            "aliases": aliases,
            "description": description or {},
            "wikidata": wikidata,
            "part_of": part_of,
        }
    )


def series(
    question: Mapping[str, str],
    unit: Mapping[str, Mapping[str, str]],
    *,
    part_of: str = "",
    sum_of: Sequence[str] = (),
) -> Mapping[str, Value]:
    """The record of a series."""
    return _filled({"question": question, "unit": unit, "part_of": part_of, "sum_of": sum_of})


def _filled(values: Mapping[str, Value]) -> Mapping[str, Value]:
    """What there is to say: a key without a value is left out."""
    return {key: value for key, value in values.items() if value}


def written(kind: type[Record], values: Mapping[str, Value]) -> str:
    """A record's file: the first line tells editors its schema, then the keys as they come."""
    schema = f"../../site_builder/{kind.__name__.lower()}.schema.json"
    return "\n".join([f"# yaml-language-server: $schema={schema}", *_entries(values, 0), ""])


def _entries(values: Mapping[str, Value], indent: int) -> Iterator[str]:
    margin = " " * indent
    for key, value in values.items():
        if isinstance(value, str):
            yield f"{margin}{key}: {_scalar(key, value, indent + 2)}"
        elif isinstance(value, Mapping):
            yield f"{margin}{key}:"
            yield from _entries(value, indent + 2)
        else:
            yield from _list(key, value, margin)


def _list(key: str, items: Sequence[Value], margin: str) -> Iterator[str]:
    ids = [item for item in items if isinstance(item, str) and re.fullmatch(records.ID, item)]
    if len(ids) == len(items):
        yield f"{margin}{key}: [{', '.join(ids)}]"
        return
    yield f"{margin}{key}:"
    for item in items:
        lines = _entries(item, len(margin) + 4) if isinstance(item, Mapping) else [_scalar(key, str(item), 0)]
        first, *rest = lines
        yield f"{margin}  - {first.lstrip(' ')}"
        yield from rest


def _scalar(key: str, text: str, indent: int) -> str:
    if key == "text":
        return folded(text, indent)
    if key not in _FORMED and _NOT_TEXT_ELSEWHERE.fullmatch(text):
        return quoted(text)
    return scalars.line(text)


def folded(text: str, indent: int) -> str:
    """A text under `>-`, in lines of a length that is read easily; in quotation marks where that would change it."""
    paragraphs = re.sub(r"\n+", lambda breaks: breaks[0] + "\n", text).split("\n")
    lines = [line for paragraph in paragraphs for line in _wrapped(paragraph, _COLUMNS - indent)]
    block = "\n".join([">-", *(f"{' ' * indent}{line}".rstrip(" ") for line in lines)])
    has_loose_ends = re.search(r"^[ \t]|[ \t]$", text, re.MULTILINE)
    return block if not has_loose_ends and scalars.reads_as(block, text) else quoted(text)


def _wrapped(paragraph: str, columns: int) -> Iterator[str]:
    """The words of a paragraph in lines; only single spaces are places to break at."""
    line = ""
    for part in re.split(r"(?<=[^ ]) (?=[^ ])", paragraph):
        if line and width(line) + 1 + width(part) > columns:
            yield line
            line = part
        else:
            line = f"{line} {part}" if line else part
    yield line


def tidy(text: str) -> str:
    """What a person typed or pasted: composed (NFC), without spaces around it."""
    return unicodedata.normalize("NFC", text).strip()


def language_of(text: str, languages: Sequence[str]) -> str:
    """That one of some languages in whose script most letters of a text are; the first one where it is not clear."""
    letters = Counter(map(script_of, text))
    return max(languages, key=lambda tag: sum(letters[script] for script in scripts(tag)))


def hedge(texts: Iterable[str]) -> records.Hedge:
    """The hedge in front of a number in one of some English texts: the longest one, or none."""
    phrases = [(phrase, hedge) for hedge, said in records.HEDGES.items() for phrase in said.split(", ")]
    found = [
        (len(phrase), hedge)
        for phrase, hedge in phrases
        if any(re.search(rf"\b{phrase} \S?[0-9]", text, re.IGNORECASE) for text in texts)
    ]
    return max(found)[1] if found else "exact"


def number(text: str) -> tuple[str, str]:
    """The digits of a number, or of both ends of a range: `4,700` or `8-12`. `ValueError` where there are none."""
    match = _NUMBER.fullmatch(text)
    if not match:
        raise ValueError(text)
    low, high = (str(int(part.replace(",", ""))) if part else "" for part in match.groups())
    return low, high


def names_of(entity: Entity) -> list[str]:
    """Everything that an entity is called, its id first."""
    return [entity.id, *entity.name.values(), *(entity.short or {}).values(), *entity.aliases]


def exact(names: Names, said: str) -> list[str]:
    """The ids that are called exactly so, but for case, hyphens and spaces."""
    if said in names:
        return [said]
    wanted = _plain(said)
    return [id for id, known in names.items() if wanted in map(_plain, known)]


def with_word(names: Names, said: str) -> list[str]:
    """The ids that are called so; without any, those with all of its words in one of their names."""
    wanted = _plain(said)
    return exact(names, said) or [
        id for id, known in names.items() if any(_has(_plain(name), wanted) for name in known)
    ]


def nearest(names: Names, said: str, count: int = 5) -> list[str]:
    """The ids whose names are most like what was said, best first: the same, then with all of its words, then alike."""
    wanted = _plain(said)
    ids: dict[str, list[str]] = {}
    for id, known in names.items():
        for name in known:
            ids.setdefault(_plain(name), []).append(id)
    with_it = sorted((name for name in ids if _has(name, wanted)), key=lambda name: (len(name), name))
    alike = get_close_matches(wanted, ids, n=count, cutoff=0.5)
    ranked = [*exact(names, said), *(id for name in (*with_it, *alike) for id in ids[name])]
    return list(dict.fromkeys(ranked))[:count]


def _has(name: str, wanted: str) -> bool:
    return bool(wanted) and all(word in name for word in wanted.split())


def _plain(name: str) -> str:
    """A name without case and marks; Hangul is kept in whole syllables."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", name).casefold()))


def claim_start(said: EdtfDate, claimant: str, short: str) -> str:
    """What the id of a claim begins with: the date, then the claimant's short name if there is one, else the id."""
    who = next((name for name in (slugify(short), claimant) if re.match("[a-z]", name)), "")
    return "-".join(filter(None, [said.start, who]))


def claim_words(start: str, title: str, taken: Collection[str]) -> str:
    """Words for the id of a claim, from its title: no figures, no hedges, not the claimant again."""
    words = [word for word in _telling(title) if word not in start.split("-")] or ["claim"]
    return _unused(words, taken, f"{start}-")


def id_of(name: str, taken: Collection[str]) -> str:
    """An id for an entity, from its name."""
    return _unused([slugify(name) or "entity"], taken)


def series_id(question: str, taken: Collection[str]) -> str:
    """An id for a series, from its question: `How many ships were held?` gives `ships-held`."""
    return _unused(_telling(question) or ["number"], taken)


def _telling(text: str) -> list[str]:
    """The words of a text that tell it from others."""
    words = [word for word in slugify(text).split("-") if word.isalpha()]
    return [word for word in dict.fromkeys(words) if word not in _SAYS_NOTHING]


def _unused(words: Sequence[str], taken: Collection[str], start: str = "") -> str:
    """Some words that make an id which no record has: more of them where it is taken, then a letter."""
    known = {id.casefold() for id in taken}
    for count in range(min(_WORDS_IN_ID, len(words)), len(words) + 1):
        proposed = "-".join(words[:count])
        if start + proposed not in known:
            return proposed
    return next(f"{proposed}-{letter}" for letter in _letters() if f"{start}{proposed}-{letter}" not in known)


def _letters() -> Iterator[str]:
    letters, size = "bcdefghijklmnopqrstuvwxyz", 1
    while True:
        yield from (letter * size for letter in letters)
        size += 1


def source_at(archive: Archive, url: str) -> Source | None:
    """What the archive knows of an article: its publisher, headline and date; of another one there, the publisher."""
    newest_first = reversed(list(archive.claims.values()))
    known = [source for claim in newest_first for _, source in walk.sources(claim)]
    same = next((source for source in known if source.url == url), None)
    host = _host(url)
    near = next((source for source in known if host and _host(source.url) == host), None)
    return same or (Source(url=url, publisher=near.publisher) if near else None)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def revisable(archive: Archive, claimant: str, series: str, said: EdtfDate) -> Claim | None:
    """The claim that a new one may revise: the newest earlier one by the same claimant on the same question."""
    earlier = [
        claim
        for claim, _ in _answers(archive, series)
        if claim.claimant == claimant and claim.said.sort_key < said.sort_key
    ]
    return max(earlier, key=lambda claim: (claim.said.sort_key, claim.id), default=None)


def disputable(archive: Archive, claimant: str, answer: Answer, said: EdtfDate) -> list[Claim]:
    """The claims that a new one may contradict: of each other claimant the newest, within 60 days, if not both hold."""
    newest: dict[str, tuple[Claim, Figure]] = {}
    for claim, figure in _answers(archive, answer.series):
        if claim.claimant != claimant and _is_near(claim.said, said):
            newest[claim.claimant] = (claim, figure)
    return [claim for claim, figure in newest.values() if bounds(figure).exclude(answer.bounds)]


def _answers(archive: Archive, series: str) -> Iterator[tuple[Claim, Figure]]:
    for claim in archive.claims.values():
        if not claim.withdrawn:
            yield from ((claim, figure) for figure in claim.figures if figure.series == series)


def _is_near(one: EdtfDate, other: EdtfDate) -> bool:
    return one.first - _NEAR <= other.last and other.first - _NEAR <= one.last


def series_names(series: Series) -> list[str]:
    """Everything that a series is called, its id first."""
    return [series.id, *series.question.values()]
