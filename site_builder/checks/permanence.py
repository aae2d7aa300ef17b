"""What was published stays: nothing vanishes, no id is used again, no quote or figure changes without a word.

These checks compare an archive with an earlier, published state of itself.
"""

from collections.abc import Callable, Iterator, Sequence

from site_builder.checks.context import Context
from site_builder.model import Archive, Claim, Correction, Record
from site_builder.problems import Finding, Kind, Path

PermanenceCheck = Callable[[Archive, Context], Iterator[Finding]]


class UsedAgain(Kind):
    """The id of a withdrawn claim stays with it: who follows an old link must find why it was withdrawn.

    Wrong:
        The record of a withdrawn claim is replaced by another claim of the same name.

    Right:
        The withdrawn record stays as it is; the new claim gets a file of its own.
    """

    code = "E504"
    message = "{id} was withdrawn; its id is not used again"
    help = "restore the withdrawn record and give the new claim another id"


class Vanished(Kind):
    """Journalists link to a claim's page. It may be withdrawn, with a reason; it may not disappear.

    Wrong:
        The file of a published claim is deleted.

    Right:
        withdrawn:
          on: 2031-04-02
          reason:
            en: The outlet withdrew its report.
            ko: 언론사가 기사를 철회했습니다.
    """

    code = "E505"
    message = "the published record {id} is gone"
    help = "restore the file; if it should not stand, withdraw it: withdrawn: {{on: {today}, reason: {{en: …, ko: …}}}}"


class Renamed(Kind):
    """An id is a part of an address, and addresses are for ever.

    Wrong:
        claims/2031/2031-03-14-ships-held.yml is renamed to claims/2031/2031-03-14-vessels-held.yml.

    Right:
        The first file stays and is withdrawn; the second is added beside it.
    """

    code = "E508"
    message = "the published record {id} was renamed to {new}; ids are for ever"
    help = "give the file its old name back, or withdraw the old record and add the new one beside it"


class ChangedSilently(Kind):
    """Readers may have quoted the old words or the old number. A change is allowed, and says so on the page.

    Wrong:
        A quote of a published claim is edited and nothing else.

    Right:
        corrections:
          - on: 2031-04-02
            kind: typo
            note:
              en: The quote had a misspelt word.
              ko: 인용문의 오자를 바로잡았습니다.
    """

    code = "E514"
    message = "{key} of a published claim has changed"
    help = "add an entry to corrections that says what was changed: {{on: {today}, kind: {correction}, note: …}}"


def vanished(before: Archive, context: Context) -> Iterator[Finding]:
    """Every published record is still there, under its name."""
    for old, new in _pairs(before, context):
        if new is None and not context.has_file(old.file):
            twin = _twin(old, before, context)
            if twin:
                yield Finding(Renamed, twin.file, (), {"id": old.id, "new": twin.id})
            else:
                yield Finding(Vanished, old.file, (), {"id": old.id, "today": context.today.isoformat()})


def used_again(before: Archive, context: Context) -> Iterator[Finding]:
    """A withdrawn claim stays withdrawn."""
    for old, new in _pairs(before, context):
        if isinstance(old, Claim) and isinstance(new, Claim) and old.withdrawn and not new.withdrawn:
            yield Finding(UsedAgain, new.file, ("claimant",), {"id": new.id})


def changed_silently(before: Archive, context: Context) -> Iterator[Finding]:
    """A published quote or figure changes only together with a new entry in the corrections."""
    for old, new in _pairs(before, context):
        if isinstance(old, Claim) and isinstance(new, Claim) and not _added(old, new):
            for at, correction in _changes(old, new):
                values = {
                    "key": ".".join(map(str, at)),
                    "today": context.today.isoformat(),
                    "correction": correction,
                }
                yield Finding(ChangedSilently, new.file, at, values)


CHECKS: Sequence[PermanenceCheck] = (vanished, used_again, changed_silently)


def _pairs(before: Archive, context: Context) -> Iterator[tuple[Record, Record | None]]:
    """Every published record with what it is now, if it is whole."""
    now = context.archive
    for claim in before.claims.values():
        yield claim, now.claims.get(claim.id)
    for entity in before.entities.values():
        yield entity, now.entities.get(entity.id)
    for series in before.series.values():
        yield series, now.series.get(series.id)


def _twin(old: Record, before: Archive, context: Context) -> Record | None:
    """A new record that says what a vanished one said: the same file under another name."""
    known = {record.file for record in before.records()}
    for record in context.archive.records():
        if type(record) is type(old) and record.file not in known and _content(record) == _content(old):
            return record
    return None


def _content(record: Record) -> object:
    return record.quotes if isinstance(record, Claim) else record.model_dump(exclude={"id"})


def _added(old: Claim, new: Claim) -> tuple[Correction, ...]:
    return tuple(each for each in new.corrections if each not in old.corrections)


def _changes(old: Claim, new: Claim) -> Iterator[tuple[Path, str]]:
    """Where a quote or the figures differ, with the kind of correction that would say so."""
    for language, quote in old.quotes.items():
        if language not in new.quotes:
            yield ("quotes",), "source"
        elif new.quotes[language].text != quote.text:
            yield ("quotes", language, "text"), "typo" if quote.origin == "source" else "translation"
    if old.figures != new.figures[: len(old.figures)]:
        yield ("figures",), "figure"
