"""Validation of an archive: its records are read, and checked together."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from site_builder.check import CHECKS, additions, findings, links, permanence, schemas
from site_builder.check.content import check
from site_builder.check.context import Check, Context, OfEachClaim
from site_builder.check.sound import SoundClaims
from site_builder.language.catalogs import Catalogs
from site_builder.language.language import Language
from site_builder.problems import Finding, Problem, in_order
from site_builder.problems.files import Unlisted
from site_builder.read import git, loader, reader
from site_builder.read.cache import cache_file
from site_builder.read.content import Content, read
from site_builder.read.files import MAX_PROBLEMS
from site_builder.read.loader import Loaded
from site_builder.read.places import locate
from site_builder.read.settings import Settings
from site_builder.runtime import clock, garbage, workers
from site_builder.runtime.progress import Progress, no_progress

_LARGE = 2000
"""Claims whose checks take longer than it takes to start worker processes."""
_ONE_SHARE, _MOST_SHARES = 250, 16
"""Claims that a process looks at in one go at least, and shares of them at most."""


def validate(root: Path, languages: Sequence[str], base: str | None = None, progress: Progress = no_progress) -> Loaded:
    """Read and check the records of an archive; their problems stand in order.

    With `base`, a commit that is published, also tell what was done to its records that must not be done.
    """
    with garbage.collector_off():
        loaded = loader.load(root, cache_file(root), progress)
        garbage.freeze()  # the records stay
    spoken = [Language(tag, Catalogs(root)) for tag in languages]
    beside = replace(loaded, problems=[*loaded.problems, *schemas.problems(root, spoken, loaded.files)])
    return check_loaded(root, beside, languages, base)


def validate_site(
    settings: Settings, base: str | None = None, progress: Progress = no_progress
) -> tuple[Loaded, Content]:
    """Read and check an archive with its hand-written pages; all problems stand in order in what was loaded."""
    content, around = validate_content(settings)
    loaded = validate(settings.root, settings.tags, base, progress)
    dead = links.problems(settings.root, settings.url, settings.tags, content, loaded.archive)
    return replace(loaded, problems=in_order([*loaded.problems, *around, *dead])), content


def validate_content(settings: Settings) -> tuple[Content, list[Problem]]:
    """Read and check what a site has beside records: settings, hand-written pages, and the archive's own catalogs."""
    content = read(settings.root, settings.nav, settings.appearance.stylesheets)
    of_catalogs = Catalogs(settings.root).problems(settings.tags)
    return content, [*settings.problems, *check(content, settings.tags), *of_catalogs]


def check_loaded(
    root: Path,
    loaded: Loaded,
    languages: Sequence[str],
    base: str | None = None,
    checks: Sequence[Check] = CHECKS,
) -> Loaded:
    """Add what is wrong between records that were read to what is wrong in each of them."""
    context = Context(
        loaded.archive, tuple(languages), loaded.files, clock.today(), loaded.partial_values, loaded.ledger
    )
    found = list(_limited(_found(root, loaded, context, checks)))
    if base is not None:
        published = _published(root, base, loaded.files)
        found += (finding for each in (*permanence.CHECKS, *additions.CHECKS) for finding in each(published, context))
    return replace(loaded, problems=in_order([*loaded.problems, *locate(root, found)]))


def _found(root: Path, loaded: Loaded, context: Context, checks: Sequence[Check]) -> Iterator[Finding]:
    """Find what is wrong with an archive; the checks of a large one are done side by side.

    Its claims in which nothing was wrong the last time are left out of the checks that look at each claim.
    """
    if len(context.archive.claims) < _LARGE:
        yield from findings(context, checks)
        return
    _ = context.unified  # which most of them look at: worked out once for all processes
    of_each = [check for check in checks if isinstance(check, OfEachClaim)]
    sound = SoundClaims(root, loaded)
    claims = [claim for claim in context.archive.claims.values() if claim not in sound] if of_each else []
    shares = workers.shares(len(claims), _ONE_SHARE, _MOST_SHARES)
    tasks = [
        *(partial(_done, check, context, claims[share]) for check in of_each for share in shares),
        *(partial(_done, check, context) for check in checks if not isinstance(check, OfEachClaim)),
    ]
    wrong = set[str]()
    for number, found in enumerate(workers.run([tasks])):
        wrong.update(finding.file for finding in found if number < len(of_each) * len(shares))
        yield from found
    if of_each:
        sound.keep(claim for claim in context.archive.claims.values() if claim.file not in wrong)


def _done(check: Callable[..., Iterator[Finding]], *what: object) -> list[Finding]:
    return list(check(*what))


def _limited(found: Iterable[Finding]) -> Iterator[Finding]:
    """Limit what was found in each file to what is listed; count the rest."""
    counts = Counter[str]()
    first: dict[str, Finding] = {}
    for finding in found:
        counts[finding.file] += 1
        if counts[finding.file] <= MAX_PROBLEMS:
            yield finding
        else:
            first.setdefault(finding.file, finding)
    for file, finding in first.items():
        yield Finding(Unlisted, file, finding.at, {"count": counts[file] - MAX_PROBLEMS})


def _published(root: Path, base: str, now: Iterable[str]) -> permanence.History:
    """Read the records that differ from a published commit: as they were in it, and as they are now."""
    differ = git.changed(root, base)
    known = dict(git.files_at(root, base))
    before = {file: reader.plain_values(data, file) for file, data in known.items() if file in differ}
    after = {file: loader.plain_values(root, file) for file in now if file in differ or file not in known}
    return permanence.History(before, after)
