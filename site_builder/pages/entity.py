"""An entity's page: who or what it is, and the claims that it made, passed on, is the subject of, or published."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, groupby

from site_builder.language.language import Language, Link
from site_builder.library import occasions
from site_builder.library.groups import Claims, Groups
from site_builder.library.library import Library
from site_builder.library.localized import Card, LocalizedLibrary, Prose
from site_builder.library.occasions import Coverage
from site_builder.model import urls
from site_builder.model.records import Claim, Entity
from site_builder.pages import answers, coverage, head
from site_builder.pages.cited import CitedCharts, changed, cited
from site_builder.pages.entities import kind_of_one
from site_builder.pages.page import NOTHING, Page, PageContent, description
from site_builder.pages.pager import Pager, numbered_title, page_number, paginate
from site_builder.pages.series import Question, question

_QUESTIONS = 4
"""Questions whose answers are drawn: those that the entity answered most often."""
_COMPANIONS = 10
"""Others whom the same claims name."""
_ROLES = ("made", "relayed", "about", "published")
"""What an entity can be to a claim, as the anchors of the lists."""
_PUBLISHED = _ROLES.index("published")


@dataclass(slots=True)
class Role:
    """One of an entity's roles and how many claims it has it in; its list begins at `address`.

    A reader `is_here` where a page lists the claims of one role alone.
    """

    name: str
    count: str
    address: str
    is_here: bool


@dataclass(slots=True)
class Listed:
    """The claims of one role on this page; `coverage` stands where all of them begin."""

    anchor: str
    name: str
    coverage: str
    cards: tuple[Card, ...]


@dataclass(slots=True)
class EntityContext:
    """One page of an entity's claims, cut into its roles in them; what it is stands on the first."""

    title: str
    kind: str
    description: Prose | None
    other_names: tuple[tuple[str, str], ...]
    part_of: Link | None
    parts: tuple[Link, ...]
    wikidata: str | None
    first: Link | None
    last: Link | None
    companions: tuple[tuple[Link, str], ...]
    figures: tuple[Question, ...]
    roles: tuple[Role, ...]
    lists: tuple[Listed, ...]
    cited: CitedCharts | None
    pager: Pager[tuple[int, Claim]]


@dataclass(slots=True)
class _Summary:
    """A summary of all of an entity's claims, for its first page."""

    first: Claim | None = None
    last: Claim | None = None
    companions: Sequence[tuple[str, int]] = ()
    series: Sequence[str] = ()


_Covered = Mapping[int, Coverage]
"""Who reported an entity's claims, by the roles whose lists begin on a page."""


def pages(library: Library) -> Iterator[Page]:
    """The pages of every entity."""
    for entity in library.archive.entities.values():
        parts = library.groups.parts.get(entity.id, ())
        summary = cache(partial(_summary, library, entity.id))
        for address, pager in paginate(urls.entity(entity.id), list(_in_roles(library, entity.id)), parts):
            told = summary if pager.number == 1 else _Summary
            covered = cache(partial(_coverage, library, entity.id, pager))
            yield Page(
                address,
                partial(_dependencies, library, entity, pager, told, covered),
                partial(_show, entity=entity, pager=pager, summary=told, covered=covered),
                file=entity.file,
                card=urls.entity_card(entity.id),
            )


def _dependencies(
    library: Library,
    entity: Entity,
    pager: Pager[tuple[int, Claim]],
    summary: Callable[[], _Summary],
    covered: Callable[[], _Covered],
) -> tuple[object, ...]:
    fingerprints = library.fingerprints
    whole = (entity.part_of,) if entity.part_of else ()
    parts = pager.part_of(library.groups.parts.get(entity.id, ()))
    return (
        pager.position,
        fingerprints.entity(entity.id),
        tuple(map(fingerprints.entity, (*whole, *parts))),
        tuple(map(len, _claims(library.groups, entity.id))),
        _dependencies_of_summary(library, entity.id, summary()),
        tuple((role, fingerprints.card(claim)) for role, claim in pager.entries),
        tuple(covered().items()),
    )


def _dependencies_of_summary(library: Library, id: str, summary: _Summary) -> tuple[object, ...]:
    return (
        tuple((claim.id, claim.said.text) for claim in (summary.first, summary.last) if claim),
        tuple((library.fingerprints.entity(other), count) for other, count in summary.companions),
        tuple(
            (answers.fingerprint_of_small(library, series, id), changed(library, series, id))
            for series in summary.series
        ),
    )


def _claims(groups: Groups, id: str) -> tuple[Claims, ...]:
    """An entity's claims in each of its roles, which count as in `_ROLES`."""
    return tuple(group.get(id, ()) for group in (groups.made, groups.relayed, groups.about, groups.published))


def _in_roles(library: Library, id: str) -> Iterator[tuple[int, Claim]]:
    """An entity's claims, newest first within each of its roles."""
    for role, claims in enumerate(_claims(library.groups, id)):
        for claim in reversed(claims):
            yield role, claim


def _summary(library: Library, id: str) -> _Summary:
    made, _, about, _ = by_role = _claims(library.groups, id)
    companions = Counter(
        chain.from_iterable(
            claim.about if claim.claimant in claim.about else (claim.claimant, *claim.about)
            for claim in (*made, *about)
        )
    )
    del companions[id]
    series = Counter(figure.series for claim in made for figure in claim.figures)
    return _Summary(
        min((claims[0] for claims in by_role if claims), key=_day, default=None),
        max((claims[-1] for claims in by_role if claims), key=_day, default=None),
        _most(companions, _COMPANIONS),
        [id for id, _ in _most(series, _QUESTIONS)],
    )


def _day(claim: Claim) -> tuple[object, ...]:
    return (claim.said.sort_key, claim.id)


def _most(counts: Counter[str], number: int) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:number]


def counted(
    library: LocalizedLibrary, counts: Iterable[tuple[str, int]], link: Callable[[str], Link]
) -> tuple[tuple[Link, str], ...]:
    """Entities with their counts, the highest first; of equal ones by name. `link` makes that of an id."""
    named = [(link(id), count) for id, count in counts]
    named.sort(key=lambda each: (-each[1], library.language.sort_key(each[0].text)))
    return tuple((entity, library.language.number(count)) for entity, count in named)


def _names(language: Language) -> tuple[str, ...]:
    return (
        language.text("Claims made"),
        language.text("Claims passed on"),
        language.text("Subject of claims"),
        language.text("Claims published or reported"),
    )


def _show(
    library: LocalizedLibrary,
    entity: Entity,
    pager: Pager[tuple[int, Claim]],
    summary: Callable[[], _Summary],
    covered: Callable[[], _Covered],
) -> PageContent:
    title = entity.name[library.language.tag]
    about = (entity.description or {}).get(library.language.tag, "")
    return PageContent(
        numbered_title(library.language, title, pager.number),
        description(library.language.text("Claims by and about {name}.", name=title), about),
        "entity.html",
        _context(library, entity, pager, summary(), covered()),
        head.of_feed(library, urls.entity(entity.id), title) if pager.total else NOTHING,
    )


def _context(
    library: LocalizedLibrary, entity: Entity, pager: Pager[tuple[int, Claim]], summary: _Summary, covered: _Covered
) -> EntityContext:
    tag = library.language.tag
    return EntityContext(
        title=entity.name[tag],
        kind=kind_of_one(library.language, entity.kind),
        description=library.prose(entity.description) if entity.description else None,
        other_names=tuple(_other_names(entity, tag)),
        part_of=library.entity(entity.part_of) if entity.part_of else None,
        parts=library.by_name(map(library.entity, pager.part_of(library.groups.parts.get(entity.id, ())))),
        wikidata=entity.wikidata,
        first=_dated(library, summary.first),
        last=_dated(library, summary.last),
        companions=counted(library, summary.companions, partial(library.entity, short=True)),
        figures=tuple(question(library, id, entity.id) for id in summary.series),
        roles=tuple(_roles(library, entity.id, pager)),
        lists=tuple(_lists(library, pager, covered)),
        cited=cited(library, urls.entity(entity.id), _drawn(library, entity.id, summary), entity.id),
        pager=pager,
    )


def _drawn(library: LocalizedLibrary, id: str, summary: _Summary) -> list[str]:
    """The questions to which the entity's answers have a chart."""
    return [series for series in summary.series if answers.differ(answers.given(library, series, id))]


def _other_names(entity: Entity, tag: str) -> Iterator[tuple[str, str]]:
    """An entity's names beside that in a language, each with its own language, which of an alias is not known."""
    named = [(name, of) for names in (entity.short or {}, entity.name) for of, name in names.items()]
    languages = dict([*((alias, "") for alias in entity.aliases), *reversed(named)])
    order = dict.fromkeys([*(name for name, _ in named), *entity.aliases])
    return ((name, languages[name]) for name in order if name != entity.name[tag])


def _dated(library: LocalizedLibrary, claim: Claim | None) -> Link | None:
    return Link(library.language.date(claim.said), urls.claim(claim.id)) if claim else None


def _roles(library: LocalizedLibrary, id: str, pager: Pager[tuple[int, Claim]]) -> Iterator[Role]:
    here, before, names = {role for role, _ in pager.entries}, 0, _names(library.language)
    for role, claims in enumerate(_claims(library.groups, id)):
        if claims:
            page = urls.numbered(urls.entity(id), page_number(before))
            yield Role(
                names[role],
                library.language.number(len(claims)),
                urls.anchored(page, _ROLES[role]),
                here == {role},
            )
            before += len(claims)


def _lists(library: LocalizedLibrary, pager: Pager[tuple[int, Claim]], covered: _Covered) -> Iterator[Listed]:
    names = _names(library.language)
    for role, entries in groupby(pager.entries, lambda entry: entry[0]):
        said = coverage.told(library.language, covered[role]) if role in covered else ""
        yield Listed(_ROLES[role], names[role], said, tuple(library.card(claim) for _, claim in entries))


def _coverage(library: Library, id: str, pager: Pager[tuple[int, Claim]]) -> _Covered:
    """Count who reported an entity's claims, and when these were made, for each role whose list begins on a page.

    What an outlet published is one outlet's.
    """
    roles = _claims(library.groups, id)[:_PUBLISHED]
    newest = {role: claims[-1] for role, claims in enumerate(roles) if claims}
    begun = {role for role, claim in pager.entries if claim is newest.get(role)}
    return {role: occasions.coverage(roles[role]) for role in sorted(begun)}
