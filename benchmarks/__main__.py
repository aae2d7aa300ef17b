"""`python -m benchmarks`: measure this generator and its neighbours on invented archives."""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import limits
from benchmarks.archive import write_archive
from benchmarks.contest import AGAINST, Result, contest
from benchmarks.report import as_json, as_table


def main() -> int:
    """Measure, print, and exit 1 if any command failed."""
    options = _options()
    return {"builds": _builds, "search": _search, "limits": _limits}[options.what](options)


def _limits(options: argparse.Namespace) -> int:
    with _folder(options.keep) as folder:
        for line in limits.measure(folder, options.claims):
            print(line, flush=True)
    return 0


def _builds(options: argparse.Namespace) -> int:
    results: list[Result] = []
    with _folder(options.keep) as folder:
        for claims in options.claims:
            work = folder / str(claims)
            _say(f"{claims:,} claims: writing the archive")
            write_archive(work / "archive", claims)
            against = options.against if claims <= options.largest else []
            for result in contest(work / "archive", work, claims, against, options.repeat):
                _say(f"{claims:,} claims: {result.what}")
                if result.run and result.run.error:
                    _say(result.run.error)
                results.append(result)
        print(as_table(results), flush=True)  # to delete all that was built takes minutes
        if options.json:
            options.json.write_text(as_json(results), encoding="utf-8")
    return int(any(result.run and result.run.error for result in results))


def _search(options: argparse.Namespace) -> int:
    from benchmarks.search import compare, measure  # with a browser, which others do without

    with _folder(options.keep) as folder:
        for claims in options.claims:
            _say(f"{claims:,} other claims: writing the archive")
            for line in measure(folder / f"{claims}-searched", claims):
                print(line, flush=True)
        if "plain-search" in options.against:
            for line in compare(folder / "compared"):
                print(line, flush=True)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "what",
        choices=("builds", "search", "limits"),
        nargs="?",
        default="builds",
        help="what is measured (builds)",
    )
    parser.add_argument("--claims", type=_count, nargs="+", default=[2000], help="sizes of archive (2000)")
    parser.add_argument(
        "--against", type=_names, default=["plain-search", "hugo"], help=f"of {', '.join(AGAINST)} (plain-search,hugo)"
    )
    parser.add_argument(
        "--largest", type=_count, default=10_000, help="the largest archive that others build too (10000)"
    )
    parser.add_argument("--repeat", type=_count, default=1, help="runs of which to take the median (1)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the results as JSON")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="work in a new folder and keep it")
    return parser.parse_args()


def _count(text: str) -> int:
    if (number := int(text)) < 1:
        raise argparse.ArgumentTypeError(f"{text} is less than 1")
    return number


def _names(text: str) -> list[str]:
    names = [name for name in text.split(",") if name]
    if unknown := set(names) - set(AGAINST):
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}")
    return names


@contextlib.contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    """The folder to work in: a temporary one, or the one that shall be kept, which must be new."""
    if keep is None:
        with tempfile.TemporaryDirectory(prefix="claims-benchmark-") as folder:
            yield Path(folder)
    else:
        try:
            keep.mkdir(parents=True)
        except FileExistsError:
            sys.exit(f"{keep} is there already; name a new folder")
        yield keep.resolve()


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
