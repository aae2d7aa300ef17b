"""A look at the published site: do some of its pages answer, each with the bytes that were built?

Of records it is those that change least often by hand: the oldest and the newest claim, one that was withdrawn, and
what was merged. The list is made where the site was built, and asked for from where it is published.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from site_builder.github.web import Answer
from site_builder.model import urls
from site_builder.model.merging import unified
from site_builder.model.records import Archive

NOWHERE = "this-page-is-not-there/"
"""An address that no site has, by which hosts show how they answer for such ones."""
PAUSES = (5.0, 10.0, 20.0, 40.0, 60.0)
"""Seconds between the rounds in which the pages are asked for that were not there yet, while Pages spreads the site."""
_BESIDES = (urls.ROOT, urls.SITEMAP, urls.ROBOTS, urls.DATA_PACKAGE, ".well-known/security.txt")

Ask = Callable[[str, int], Answer]
"""Asks for an address, for so many bytes of it at most."""
Sleep = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Expected:
    """What an address of the site answers with: a status, and so many bytes with this digest."""

    address: str
    status: int
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Result:
    """What an address answered with in the end, be it what was built, or for what `reason` it did not answer."""

    expected: Expected
    status: int | None
    is_as_built: bool
    reason: str

    @property
    def is_right(self) -> bool:
        """Tell whether the address answers as it should."""
        return self.status == self.expected.status and self.is_as_built


def expected(archive: Archive, site: Path, languages: Sequence[str]) -> list[Expected]:
    """List what the published site of an archive must answer with, by the files that were built of it."""
    addresses = dict.fromkeys([*_BESIDES, *(f"{tag}/" for tag in languages), *_of_records(archive, languages)])
    found = [_of_file(site, address, address, 200) for address in addresses]
    return [each for each in [*found, _of_file(site, NOWHERE, urls.NOT_FOUND, 404)] if each]


def _of_records(archive: Archive, languages: Sequence[str]) -> Iterator[str]:
    shown = [id for id, claim in archive.claims.items() if not claim.withdrawn]
    withdrawn = [id for id, claim in archive.claims.items() if claim.withdrawn]
    for id in dict.fromkeys([*shown[:1], *shown[-1:], *withdrawn[-1:]]):
        yield urls.permalink(id)
        yield from (urls.localized(tag, urls.claim(id)) for tag in languages)
    whole = unified(archive)
    merged = [*map(urls.entity, [*whole.entities][:1]), *map(urls.series, [*whole.series][:1])]
    yield from (urls.localized(tag, address) for address in merged for tag in languages)


def _of_file(site: Path, address: str, path: str, status: int) -> Expected | None:
    """What an address answers with by its file; None where the site has no such file."""
    file = site / path / "index.html" if path.endswith("/") else site / path
    if not file.is_file():
        return None
    content = file.read_bytes()
    return Expected("" if address == urls.ROOT else address, status, len(content), sha256(content).hexdigest())


def as_json(listed: Sequence[Expected]) -> str:
    """What is expected, for another job."""
    return json.dumps([asdict(each) for each in listed], ensure_ascii=False, indent=1)


def from_json(text: str) -> list[Expected]:
    """What is expected, as another job wrote it."""
    return [Expected(**each) for each in json.loads(text)]


def results(url: str, listed: Sequence[Expected], ask: Ask, sleep: Sleep) -> list[Result]:
    """Ask for all that is expected, one after another; again, after a pause, for what is not there yet."""
    found = {each: _asked(url, each, ask) for each in listed}
    for pause in PAUSES:
        wrong = [each for each, result in found.items() if not result.is_right]
        if not wrong:
            break
        sleep(pause)
        found |= {each: _asked(url, each, ask) for each in wrong}
    return [*found.values()]


def _asked(url: str, each: Expected, ask: Ask) -> Result:
    # The query leads past what is still kept of the site before, and means nothing to a host of files.
    answer = ask(f"{url}{each.address}?built={each.digest[:12]}", each.size + 1)
    is_as_built = sha256(answer.body).hexdigest() == each.digest
    return Result(each, answer.status, is_as_built, answer.reason)
