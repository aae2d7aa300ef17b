"""Check how records stand to each other: parts and wholes, links back in time, nothing named twice or never."""

from collections.abc import Iterator, Mapping, Sequence

from site_builder.check.context import Context
from site_builder.model import walk
from site_builder.model.records import Archive, Claim, Record, Series
from site_builder.model.walk import Walk
from site_builder.problems import Finding, Kind, Path
from site_builder.problems.relations import (
    Cycle,
    LaterClaim,
    LinkToItself,
    MergeCycle,
    NamedTwice,
    OtherQuestion,
    OthersClaim,
    RevisionCycle,
    Unanswered,
    UnlikeMerge,
    Unused,
)

_LISTS = walk.lists()


def cycles(context: Context) -> Iterator[Finding]:
    """No entity and no series is a part of itself, however far around."""
    entities, series = context.unified.archive.entities, context.unified.archive.series
    for circle in _circles({id: [each.part_of] for id, each in entities.items() if each.part_of}):
        yield Finding(Cycle, entities[circle[0]].file, ("part_of",), {"id": circle[0], "way": _way(circle)})
    wholes: dict[str, list[str]] = {id: [each.part_of] if each.part_of else [] for id, each in series.items()}
    for id, each in series.items():
        for part in each.sum_of:
            if part in wholes:
                wholes[part].append(id)
    for circle in _circles({id: list(dict.fromkeys(ways)) for id, ways in wholes.items()}):
        file, at = _step(context, circle[0], circle[1])
        yield Finding(Cycle, file, at, {"id": circle[0], "way": _way(circle)})


def merge_cycles(context: Context) -> Iterator[Finding]:
    """No entity and no series is merged into itself, however far around."""
    for records in (context.archive.entities, context.archive.series):
        for circle in _circles({id: [each.merged_into] for id, each in records.items() if each.merged_into}):
            values = {"id": circle[0], "way": _way(circle)}
            yield Finding(MergeCycle, records[circle[0]].file, ("merged_into",), values)


def unlike_merges(context: Context) -> Iterator[Finding]:
    """An entity is merged into one of its kind."""
    entities = context.archive.entities
    for entity in entities.values():
        other = entities.get(entity.merged_into or "")
        if other and other.kind != entity.kind:
            values = {"id": other.id, "other": other.kind, "kind": entity.kind}
            yield Finding(UnlikeMerge, entity.file, ("merged_into",), values, related=(other.file, ("kind",)))


def links(context: Context) -> Iterator[Finding]:
    """A claim is linked to earlier claims, and revises those of its own claimant on its own question."""
    claims = context.unified.archive.claims
    for claim in claims.values():
        for at, id in walk.claim_ids(claim):
            other = claims.get(id)
            if other is claim:
                yield Finding(LinkToItself, claim.file, at)
            elif other and _is_later(other, claim):
                values = {"id": id, "date": other.said.text}
                yield Finding(LaterClaim, claim.file, at, values, related=(other.file, ("said",)))
            elif other and at[0] == "revises":
                yield from _revision(context.unified.archive, claim, at, other)


def revision_cycles(context: Context) -> Iterator[Finding]:
    """Revisions lead back in time, never in a circle."""
    claims = context.archive.claims
    revised = {
        claim.id: [id for id in claim.revises if id in claims and id != claim.id and not _is_later(claims[id], claim)]
        for claim in claims.values()
        if claim.revises
    }
    for circle in _circles(revised):
        claim = claims[circle[0]]
        yield Finding(RevisionCycle, claim.file, ("revises", claim.revises.index(circle[1])), {"way": _way(circle)})


def named_twice(context: Context) -> Iterator[Finding]:
    """A list of ids or names has each of them once, and a sum also no series that was merged into another of them."""
    for record in context.archive.records():
        for at, listed in _LISTS(record):
            named = [*map(context.unified.question, listed)] if isinstance(record, Series) else listed
            if len(named) > 1 and len(set(named)) < len(named):
                for place, each in enumerate(named):
                    first = named.index(each)
                    if first < place:
                        related = (record.file, (*at, first))
                        yield Finding(NamedTwice, record.file, (*at, place), {"id": each}, related=related)


def unused(context: Context) -> Iterator[Finding]:
    """Every entity and every series is named by another record, but for those that were merged.

    Nothing is said while some record cannot be read, or names one that is not there: it may be the one that was meant.
    """
    if len(context.files) > sum(1 for _ in context.archive.records()):
        return
    archive = context.unified.archive
    yield from _unused(archive, Unused, archive.entities, walk.entity_ids)
    yield from _unused(archive, Unanswered, archive.series, walk.series_ids)


def _revision(archive: Archive, claim: Claim, at: Path, other: Claim) -> Iterator[Finding]:
    if other.claimant != claim.claimant:
        if archive.entities.keys() >= {claim.claimant, other.claimant}:  # else one of the two is misspelt
            values = {"id": other.id, "claimant": other.claimant}
            yield Finding(OthersClaim, claim.file, at, values, related=(other.file, ("claimant",)))
        return
    answered = {figure.series: None for figure in other.figures}
    if claim.figures and answered and not any(figure.series in answered for figure in claim.figures):
        values = {"id": other.id, "series": ", ".join(answered)}
        yield Finding(OtherQuestion, claim.file, at, values, related=(other.file, ("figures",)))


def _is_later(one: Claim, other: Claim) -> bool:
    """True if a claim was certainly said after another one."""
    return one.said.is_after(other.said)


def _step(context: Context, part: str, whole: str) -> tuple[str, Path]:
    """The file and the key that say that a series is a part of another one."""
    series, shown = context.archive.series, context.unified.question
    if shown(series[part].part_of or "") == whole:
        return series[part].file, ("part_of",)
    return series[whole].file, ("sum_of", [*map(shown, series[whole].sum_of)].index(part))


def _way(circle: Sequence[str]) -> str:
    return " → ".join(circle)


def _circles(graph: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Yield the circles of a graph, each as the ids from its least one back to it; one for each way that closes one."""
    done: set[str] = set()
    for start in sorted(graph):
        way, position = [start], {start: 0}
        open_steps = [iter(graph[start])]
        while open_steps and start not in done:
            step = next(open_steps[-1], None)
            if step is None:
                open_steps.pop()
                left = way.pop()
                del position[left]
                done.add(left)
            elif step in position:
                circle = way[position[step] :]
                least = circle.index(min(circle))
                yield [*circle[least:], *circle[: least + 1]]
            elif step in graph and step not in done:
                position[step] = len(way)
                way.append(step)
                open_steps.append(iter(graph[step]))


def _unused(archive: Archive, kind: type[Kind], known: Mapping[str, Record], ids: Walk[str]) -> Iterator[Finding]:
    used = {id for record in archive.records() for _, id in ids(record) if id != record.id}
    if used <= known.keys():
        for id in known.keys() - used:
            yield Finding(kind, known[id].file, (), {"id": id})
