"""Citing the charts of a page and saving what they show: what is printed for everybody, and what the script needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from site_builder.language.language import plain
from site_builder.library.citations import styled_chart
from site_builder.library.library import Library
from site_builder.library.localized import LocalizedLibrary
from site_builder.model import urls
from site_builder.model.records import Record
from site_builder.pages import answers
from site_builder.text.escaping import Markup


@dataclass(slots=True)
class CitedChart:
    """The answers to a question, or those of one claimant, to be cited.

    `changed` is the day of the newest change of what they show, where it is known; `newest` says the newest answer.
    """

    series: str
    claimant: str | None
    changed: str | None
    newest: str
    citation: Markup


@dataclass(slots=True)
class CitedCharts:
    """What one page has to cite, the scripts that copy and save it, and the table with the numbers."""

    charts: tuple[CitedChart, ...]
    script: str
    saver: str
    table: str


def cited(library: LocalizedLibrary, address: str, ids: Iterable[str], by: str | None = None) -> CitedCharts | None:
    """The charts of a page: those of the series that have answers, or of one claimant's; none where there are none."""
    charts = tuple(_cited(library, address, id, by) for id in ids)
    assets, table = library.site.assets, urls.table("figures", library.language.tag)
    return CitedCharts(charts, assets["cite.js"], assets["chart.js"], table) if charts else None


def changed(library: Library, id: str, by: str | None = None) -> date | None:
    """The day of the newest change of a series, its answers and who gave them; none unless all of them have one."""
    claims = [answer.claim for answer in answers.given(library, id, by)]
    entities = {claim.claimant for claim in claims}
    records: tuple[Record, ...] = (
        library.archive.series[id],
        *claims,
        *map(library.archive.entities.__getitem__, entities),
    )
    days = [library.history.modified(record.file) for record in records]
    known = [day for day in days if day]
    return max(known) if len(known) == len(days) else None


def _cited(library: LocalizedLibrary, address: str, id: str, by: str | None) -> CitedChart:
    question, day = library.series(id).text, changed(library, id, by)
    title = (
        library.language.text("{name}: {question}", name=library.entity(by).text, question=question) if by else question
    )
    return CitedChart(
        id,
        by,
        day.isoformat() if day else None,
        _newest(library, id, by),
        styled_chart(library, title, urls.localized(library.language.tag, address), day),
    )


def _newest(library: LocalizedLibrary, id: str, by: str | None) -> str:
    newest = answers.given(library, id, by)[-1]
    return plain(
        library.language.sentence(
            "The newest answer is {quantity}, given by {claimant}, as of {date}.",
            quantity=library.figure(newest),
            claimant=library.entity(newest.claim.claimant, short=True),
            date=library.language.date(newest.as_of),
        )
    )
