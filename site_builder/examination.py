"""All that there is to say of the records of an archive as they lie there: they are read, and checked together."""

import contextlib
import gc
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from site_builder import history, load, schema
from site_builder.checks import CHECKS, Check, check, permanence
from site_builder.checks.context import Context
from site_builder.load.files import MAX_PROBLEMS
from site_builder.model import Record
from site_builder.problems import Finding, in_order, message
from site_builder.problems.files import Unlisted

CACHE = Path(".cache", "claims")
"""Where, below the archive's root, is kept what the next build need not do again."""
Progress = Callable[[str, int, int], None]
"""Is told what is being done (a message id), and how many parts of how many are done."""


def unseen(doing: str, done: int, count: int) -> None:
    """Show no progress."""


def examine(root: Path, languages: Sequence[str], base: str | None = None, progress: Progress = unseen) -> load.Loaded:
    """The records of an archive with all of their problems, in order.

    With `base`, a commit that is published, also what was done to its records that must not be done.
    """
    with uncollected():
        loaded = load.load(root, remembered(root), partial(progress, message("Reading records")))
        gc.freeze()  # the records stay: the collector need not walk them again and again
    beside = replace(loaded, problems=[*loaded.problems, *schema.edited(root)])
    return judge(root, beside, languages, base)


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Let the collector of garbage rest, where much is made and nothing thrown away."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def judge(
    root: Path,
    loaded: load.Loaded,
    languages: Sequence[str],
    base: str | None = None,
    checks: Sequence[Check] = CHECKS,
    changed: Sequence[Record] | None = None,
) -> load.Loaded:
    """Records that were read, with what is wrong between them besides what is wrong in each.

    `changed` are those that may be unsound, if not all of them.
    """
    context = Context(loaded.archive, tuple(languages), loaded.files, today(), loaded.rests, changed)
    findings = list(_limited(check(context, checks)))
    if base is not None:
        published = _published(root, base, loaded.files)
        findings += (finding for each in permanence.CHECKS for finding in each(published, context))
    problems = in_order([*loaded.problems, *load.locate(root, findings)])
    return load.Loaded(loaded.archive, loaded.files, loaded.digests, problems, loaded.rests)


def _limited(findings: Iterable[Finding]) -> Iterator[Finding]:
    """What was found in each file, as far as it is listed; the rest is counted."""
    counts = Counter[str]()
    first: dict[str, Finding] = {}
    for finding in findings:
        counts[finding.file] += 1
        if counts[finding.file] <= MAX_PROBLEMS:
            yield finding
        else:
            first.setdefault(finding.file, finding)
    for file, finding in first.items():
        yield Finding(Unlisted, file, finding.at, {"count": counts[file] - MAX_PROBLEMS})


def _published(root: Path, base: str, now: Iterable[str]) -> permanence.History:
    """What the records that differ from a published commit said in it, and what they say now."""
    differ = history.changed(root, base)
    known = dict(history.files_at(root, base))
    before = {file: load.values_in(data, file) for file, data in known.items() if file in differ}
    after = {file: load.values(root, file) for file in now if file in differ or file not in known}
    return permanence.History(before, after)


def today() -> date:
    """The day of the build in UTC; `SOURCE_DATE_EPOCH` (see reproducible-builds.org) stands for the clock if set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date()


def remembered(root: Path) -> Path:
    """Where is kept what the records of an archive hold."""
    return root / CACHE / "records"
