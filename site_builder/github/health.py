"""The one issue that tells of an archive's health: opened when a person should see to something, closed when not.

It is found by who wrote it and by its first line, and edited in place. What it has to remember from night to night (on
which days a page was asked for in vain) stands in it, where nobody sees it; whoever may edit issues may edit that too,
so it is read as strictly as any file.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from urllib.parse import quote

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as validated

from site_builder.github import api
from site_builder.github.all_languages import joined, say
from site_builder.github.examination import Examination, Sighting
from site_builder.github.room import LONGEST, length, that_fit
from site_builder.language.language import Language
from site_builder.language.spoken import for_contributors
from site_builder.model.records import claim_file
from site_builder.model.verification import GONE_AFTER, Ledger, LedgerLine
from site_builder.problems import message
from site_builder.sources.again import News, with_another
from site_builder.sources.reports import news_as_text
from site_builder.sources.troubles import TROUBLES
from site_builder.text.escaping import in_markdown_code

MARKER = "<!-- claims: health -->"
_REMEMBERED = "<!-- claims: remembered "
_LONGEST_MEMORY = 15_000
_LONGEST_WORD = 200
"""Characters of an address or a name, of which some are longer than anybody reads."""
_LONGEST_WORDS = 1_000
"""Characters of what stands around a list in one language."""
_TITLE = message("Health of the archive")
_WORRIES: frozenset[News] = frozenset(["back", "changed", "headline-changed", "gone", "copy-bad"])
"""What a person should see to; a page that was not there once or twice is remembered only."""


Outcome = Literal["none", "opened", "edited", "closed", "as-before"]


@validated(config=ConfigDict(extra="forbid"), frozen=True, slots=True)
class Remembered:
    """What was seen of a quote last, and the days on which its page was asked for in vain."""

    seen: Sighting
    missed: tuple[date, ...] = ()


_MEMORY: TypeAdapter[tuple[Remembered, ...]] = TypeAdapter(tuple[Remembered, ...])


@dataclass(frozen=True, slots=True)
class Issue:
    """The issue as it is."""

    number: int
    is_open: bool
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class State:
    """The health of an archive: what is known of quotes, and weak packages with their versions."""

    quotes: tuple[Remembered, ...]
    packages: Mapping[str, str]
    weaknesses: Mapping[str, Sequence[str]]

    @property
    def worries(self) -> list[Sighting]:
        """What a person should see to."""
        return [each.seen for each in self.quotes if each.seen.news in _WORRIES]

    @property
    def is_healthy(self) -> bool:
        """Tell whether nobody has to do anything."""
        return not self.worries and not self.weaknesses


def tell(repository: str, home: str, languages: Sequence[Language], found: Examination, ledger: Ledger) -> Outcome:
    """Bring the issue of a repository up to date, whose page is `home`; return what became of it, as in `Outcome`."""
    issue = _own(repository)
    before = _memory(issue.body) if issue else ()
    state = State(_now(before, found, ledger), found.packages, found.weaknesses or {})
    if not issue and state.is_healthy and not state.quotes:
        return "none"
    title = joined(languages, say(_TITLE))
    body = _body(home, languages, state)
    # Without an answer about packages nobody knows that all is well.
    is_open = not state.is_healthy or (found.weaknesses is None and issue is not None and issue.is_open)
    if not issue:
        answer = api.call(f"repos/{repository}/issues", "POST", {"title": title, "body": body})
        if not is_open and isinstance(answer, Mapping):  # it only has to remember something
            _change(repository, int(answer["number"]), {"state": "closed"})
        return "opened" if is_open else "closed"
    fields = {"title": title, "body": body, "state": "open" if is_open else "closed"}
    if fields == {"title": issue.title, "body": issue.body, "state": "open" if issue.is_open else "closed"}:
        return "as-before"
    _change(repository, issue.number, fields)
    return "edited" if is_open == issue.is_open else "opened" if is_open else "closed"


def _change(repository: str, number: int, fields: Mapping[str, object]) -> None:
    api.call(f"repos/{repository}/issues/{number}", "PATCH", fields)


def _own(repository: str) -> Issue | None:
    """Find the issue among those that workflows wrote: the text of another one's may begin with anything."""
    for each in api.listed(f"repos/{repository}/issues?state=all&creator={quote(api.BOT)}&direction=asc"):
        body = str(each.get("body") or "").replace("\r\n", "\n")
        is_ours = each.get("user", {}).get("login") == api.BOT and "pull_request" not in each
        if is_ours and body.partition("\n")[0] == MARKER:
            return Issue(int(each["number"]), each.get("state") == "open", str(each.get("title")), body)
    return None


def _memory(body: str) -> tuple[Remembered, ...]:
    """What the issue remembers; nothing where somebody wrote something else there."""
    line = next((line for line in body.split("\n")[:3] if line.startswith(_REMEMBERED)), "")
    try:
        return _MEMORY.validate_json(line.removeprefix(_REMEMBERED).removesuffix(" -->"))
    except ValidationError:
        return ()


def _now(before: Sequence[Remembered], found: Examination, ledger: Ledger) -> tuple[Remembered, ...]:
    """What is known of quotes now: what was seen this night, and of the others what was known of them before.

    What the ledger says by now, or of which it knows nothing, needs nobody's memory any more.
    """
    known = {_key(each.seen): each for each in before}
    for claim, language in {(each.claim, each.language) for each in found.seen}:
        known.pop((claim, language, "copy"), None)  # a visit tells of a copy only where it is bad
    for seen in found.seen:
        if seen.news == "not-seen":  # which says nothing, so what was known of it is all there is
            continue
        missed = known[_key(seen)].missed if _key(seen) in known else ()
        known[_key(seen)] = _counted(seen, missed, found.day)
    kept = ((each, ledger.get(each.seen.claim, {}).get(each.seen.language)) for each in known.values())
    told = (each for each, line in kept if line and not _is_in_ledger(each, line))
    return tuple(sorted(told, key=lambda each: _key(each.seen)))


def _key(seen: Sighting) -> tuple[str, str, str]:
    """A page of a quote: that of its source, or the archived copy."""
    return seen.claim, seen.language, "copy" if seen.news == "copy-bad" else "page"


def _counted(seen: Sighting, missed: tuple[date, ...], today: date) -> Remembered:
    """What was seen, with one visit in vain more if it was one."""
    if seen.news not in ("missed", "gone"):
        return Remembered(seen)
    days = with_another(missed, today)
    news: News = "gone" if len(days) >= GONE_AFTER or seen.news == "gone" else "missed"
    return Remembered(Sighting(seen.claim, seen.language, news, seen.url, seen.trouble, seen.detail), days)


def _is_in_ledger(each: Remembered, line: LedgerLine) -> bool:
    """Tell whether there is nothing to remember: no news, or such as the ledger has by now."""
    has_changed, is_gone = line.verdict == "changed-since", len(line.missed) >= GONE_AFTER
    match each.seen.news:
        case "still-there":
            return True
        case "changed":
            return has_changed
        case "missed" | "gone":
            return is_gone
        case "back":
            return not (has_changed or is_gone)
    return False


def _body(home: str, languages: Sequence[Language], state: State) -> str:
    """The text of the issue: its mark, what it remembers, then all of it in each language."""
    head = f"{MARKER}\n{_REMEMBERED}{_written(state.quotes)} -->"
    spoken = for_contributors(languages)
    room = (LONGEST - length(head)) // len(spoken)
    parts = [_in_language(home, language, state, room) for language in spoken]
    return "\n\n".join([head, *parts])


def _written(quotes: Sequence[Remembered]) -> str:
    """What is remembered, in as many characters as there is room for, none of which ends a comment of HTML."""
    kept = len(quotes)
    while True:
        text = _MEMORY.dump_json(tuple(quotes[:kept]), exclude_defaults=True).decode()
        text = text.replace("<", r"\u003c").replace(">", r"\u003e")
        if length(text) <= _LONGEST_MEMORY:
            return text
        kept = kept * _LONGEST_MEMORY // length(text)


_TO_DO = message(
    "`claims verify --again`, run on your own computer and committed, takes this into the ledger, and the pages say it."
)
_TO_UPDATE = message("Take the pull request that brings a newer version, or lock the newest ones yourself.")


def _in_language(home: str, language: Language, state: State, room: int) -> str:
    """All of it in one language, in so many characters; of what has no room, the count is told."""
    intro = language.text(
        "This was found of sources and packages last night. The issue is edited and closed by itself."
    )
    parts = [f"## {language.name}", intro]
    if state.is_healthy:
        parts.append(language.text("All is well."))
    lists = [
        (language.text("Quotes"), [*_quotes(home, language, state.worries)], language.text(_TO_DO)),
        (language.text("Packages with known weaknesses"), [*_packages(state)], language.text(_TO_UPDATE)),
    ]
    filled = [each for each in lists if each[1]]
    for title, lines, to_do in filled:
        parts += [f"### {title}", _listed(lines, room // len(filled) - _LONGEST_WORDS, language), to_do]
    return "\n\n".join(parts)


def _listed(lines: Sequence[str], room: int, language: Language) -> str:
    """The lines that find room, and how many do not."""
    shown = that_fit(lines, room, len("\n"))
    more = len(lines) - len(shown)
    return "\n".join([*shown, *([language.plural("- and {count} more", "- and {count} more", more)] if more else [])])


def _quotes(home: str, language: Language, worries: Sequence[Sighting]) -> Iterator[str]:
    for seen in worries:
        record = f"[{seen.claim}]({home}/blob/HEAD/{claim_file(seen.claim)})"
        told = [news_as_text(seen.news, language)]
        if seen.trouble:
            detail = in_markdown_code(_short(seen.detail)) if seen.detail else ""
            told.append(language.text(TROUBLES[seen.trouble][1], detail=detail))
        said = ": ".join([language.name_of(seen.language), *told])
        yield f"- {record}: {said}: {in_markdown_code(_short(seen.url))}"


def _packages(state: State) -> Iterator[str]:
    for name, ids in state.weaknesses.items():
        links = ", ".join(f"[{id}](https://osv.dev/vulnerability/{id})" for id in ids)
        package = " ".join(filter(None, [name, state.packages.get(name)]))
        yield f"- {in_markdown_code(_short(package))}: {links}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_WORD else f"{text[: _LONGEST_WORD - 1]}…"
