"""What the pages show, as plain data: one module a page type. `templates/` beside them only print it.

Each module's `pages` is a generator over the `Holdings`; to add a page type, write its module and list it in `PAGES`.
"""

from collections.abc import Callable, Iterator

from site_builder.holdings import Holdings
from site_builder.pages import (
    changes,
    claim,
    claims,
    dates,
    disagreements,
    entities,
    entity,
    problems,
    series,
    sources,
    timeline,
)
from site_builder.pages.view import Page

PAGES: tuple[Callable[[Holdings], Iterator[Page]], ...] = (
    claims.pages,
    claim.pages,
    entities.pages,
    entity.pages,
    dates.pages,
    series.pages,
    timeline.pages,
    disagreements.pages,
    sources.pages,
    changes.pages,
    problems.pages,
)


def pages(holdings: Holdings) -> Iterator[Page]:
    """Every generated page."""
    for each in PAGES:
        yield from each(holdings)
