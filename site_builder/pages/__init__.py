"""What the pages show, as plain data: one module a page type. `templates/` beside them only print it.

Each module's `pages` is a generator over the `Holdings`; to add a page type, write its module and list it in `PAGES`.
"""

from collections.abc import Callable, Iterator

from site_builder.library.library import Holdings
from site_builder.model import urls
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


def pages_below(holdings: Holdings, address: str) -> Iterator[Page]:
    """The generated pages among which one at an address must be."""
    found = holdings.archive.claims.get(urls.claim_in(address))
    if found:
        yield from claim.pages_of(holdings, found)
    else:
        for each in PAGES:
            yield from each(holdings) if each is not claim.pages else ()
