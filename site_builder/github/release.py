"""The monthly release of an archive: its data and its site in files that can be checked, and what is new, in words.

The same site gives the same bytes: files stand in order, with one date and without whoever packed them.
"""

import gzip
import re
import tarfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import file_digest
from pathlib import Path

from site_builder.github.all_languages import joined
from site_builder.language.language import Language
from site_builder.model import urls
from site_builder.model.records import Archive, Claim, Record
from site_builder.read import git, reader
from site_builder.read.files import FOLDER
from site_builder.read.settings import CONTENT
from site_builder.runtime.plain_files import is_plain

TAG = "archive-"
SUMS = "SHA256SUMS"
_TAGS = re.compile(rf"{TAG}\d{{4}}-\d{{2}}")
_BESIDE_DATA = ("LICENSE-records.md", "CITATION.cff")
"""What belongs to the data, wherever they go; of the archive's root, as far as it is there."""


@dataclass(frozen=True, slots=True)
class News:
    """How many records are new since the last release, by what happened to them; all are new in the first."""

    claims: int = 0
    corrected: int = 0
    withdrawn: int = 0
    entities: int = 0
    series: int = 0


def tag_of(day: date) -> str:
    """The tag of the release of a month."""
    return f"{TAG}{day:%Y-%m}"


def last(root: Path) -> str | None:
    """The tag of the newest release; None before the first."""
    return next((tag for tag in reversed(git.tags(root, f"{TAG}*")) if _TAGS.fullmatch(tag)), None)


def is_due(root: Path, tag: str) -> bool:
    """Tell whether there is no release of this tag yet, and anything to release since the one before."""
    before = last(root)
    return before is None or (before < tag and git.differs(root, before, FOLDER, CONTENT))


def news(root: Path, archive: Archive, before: str | None) -> News:
    """Count what is new in an archive since a release."""
    if before is None:
        withdrawn = sum(claim.withdrawn is not None for claim in archive.claims.values())
        return News(len(archive.claims), 0, withdrawn, len(archive.entities), len(archive.series))
    changed = git.changed(root, before)
    then = {file: reader.read(data, file).record for file, data in git.files_at(root, before) if file in changed}
    claims = [(claim, then.get(claim.file)) for claim in archive.claims.values() if claim.file in changed]
    return News(
        sum(old is None for _, old in claims),
        sum(isinstance(old, Claim) and len(claim.corrections) > len(old.corrections) for claim, old in claims),
        sum(claim.withdrawn is not None and not _is_withdrawn(old) for claim, old in claims),
        _new(archive.entities.values(), changed, then),
        _new(archive.series.values(), changed, then),
    )


def _is_withdrawn(record: Record | None) -> bool:
    return isinstance(record, Claim) and record.withdrawn is not None


def _new(records: Iterable[Record], changed: Iterable[str], then: Mapping[str, Record | None]) -> int:
    return len({record.file for record in records} & set(changed) - then.keys())


def write(folder: Path, tag: str, root: Path, site: Path, moment: int) -> list[Path]:
    """Write the files of a release into a new folder: the data, the site, and the digests of both."""
    folder.mkdir(parents=True)
    data = {file.relative_to(site / urls.DATA).as_posix(): file for file in _files(site / urls.DATA)}
    data |= {name: root / name for name in _BESIDE_DATA if is_plain(root / name)}
    whole = {file.relative_to(site).as_posix(): file for file in _files(site)}
    packed = [
        _packed(folder / f"{tag}-data.tar.gz", f"{tag}-data", data, moment),
        _packed(folder / f"{tag}-site.tar.gz", f"{tag}-site", whole, moment),
    ]
    sums = folder / SUMS
    sums.write_text("".join(f"{_digest(file)}  {file.name}\n" for file in packed), "utf-8")
    return [*packed, sums]


def _files(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if is_plain(file)]


def _packed(target: Path, top: str, files: Mapping[str, Path], moment: int) -> Path:
    """Pack files, by their paths below a folder `top`, so that the same ones give the same bytes."""
    with (
        target.open("wb") as raw,
        gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as zipped,
        tarfile.open(fileobj=zipped, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for path in sorted(files):
            entry = tarfile.TarInfo(f"{top}/{path}")
            entry.size = files[path].stat().st_size
            entry.mtime = moment
            with files[path].open("rb") as content:
                tar.addfile(entry, content)
    return target


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return file_digest(content, "sha256").hexdigest()


def notes(languages: Sequence[Language], found: News, before: str | None, url: str) -> str:
    """Say in every language what is new since the last release, and what the files are."""
    return joined(languages, lambda language: _in_language(language, found, before, url), "\n\n") + "\n"


def _in_language(language: Language, found: News, before: str | None, url: str) -> str:
    since = language.text("New since {tag}:", tag=before) if before else language.text("The first release. It holds:")
    return "\n".join(
        [
            f"## {language.name}",
            "",
            since,
            "",
            *(f"- {line}" for line in _counts(language, found)),
            "",
            language.text(
                "`…-data.tar.gz` has all data with their description, `…-site.tar.gz` the whole site {url}, `{sums}` "
                "the digests of both (`sha256sum --check {sums}`). `gh attestation verify` tells which workflow made "
                "them.",
                url=url,
                sums=SUMS,
            ),
        ]
    )


def _counts(language: Language, found: News) -> Iterator[str]:
    """What is new, a line for each kind of it; that there is none of it needs no line."""
    wordings: tuple[tuple[int, Callable[[int], str]], ...] = (
        (found.claims, lambda count: language.plural("{count} claim", "{count} claims", count)),
        (found.corrected, lambda count: language.plural("{count} claim corrected", "{count} claims corrected", count)),
        (found.withdrawn, lambda count: language.plural("{count} claim withdrawn", "{count} claims withdrawn", count)),
        (found.entities, lambda count: language.plural("{count} entity", "{count} entities", count)),
        (found.series, lambda count: language.plural("{count} question", "{count} questions", count)),
    )
    listed = [say(count) for count, say in wordings if count]
    yield from listed or [language.text("no new records; pages or records were edited")]
