"""A build after any edit or accident gives the site that a build from nothing gives, and writes only what changed."""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import copytree, ignore_patterns, rmtree

import pytest

from benchmarks.archive import write_archive
from site_builder.model.verification import LEDGER
from site_builder.outputs import rows
from site_builder.publish.build import build
from site_builder.publish.site_writer import Built
from site_builder.read import settings
from site_builder.read.cache import cache_file
from tests import bare_engine, golden
from tests.building import compile_templates, undrawn_cards
from tests.publish import edits
from tests.records import changed, short_lists
from tests.sites import Kept, differing, files

BETWEEN = 4
"""Edits after which the whole site is compared: hardly anything mends a stale page meanwhile."""
CLAIM = "2031-03-11-walkers-union-visitors"
CLAIM_FILE = f"claims/2031/{CLAIM}.yml"


@dataclass
class Place:
    """Where an archive and its site lie."""

    root: Path
    site: Path

    def publish(self) -> Built:
        compile_templates()
        site = settings.read(self.root / "mkdocs.yml")
        with undrawn_cards():
            return build(replace(site, site_dir=self.site), bare_engine.render)

    def fresh(self, folder: Path) -> Mapping[str, bytes]:
        """The site of the archive as it is now, built from nothing in an empty folder."""
        root = copytree(self.root, folder / "archive", ignore=ignore_patterns(".cache"))
        Place(root, folder / "site").publish()
        return files(folder / "site")

    @property
    def cached(self) -> list[Path]:
        """The files that a build leaves for the next one: the records, rows of data, and the site's manifest."""
        found = sorted(file for file in (self.root / ".cache").rglob("*") if file.is_file())
        assert cache_file(self.root) in found
        assert len({file.suffix for file in found}) == 2
        return found

    def remembered(self) -> Mapping[Path, bytes]:
        return {file: file.read_bytes() for file in self.cached}

    def remember(self, remembered: Mapping[Path, bytes]) -> None:
        for file, data in remembered.items():
            file.write_bytes(data)

    def edit(self) -> None:
        """Change what many pages show."""
        file = self.root / CLAIM_FILE
        text = changed(file.read_text("utf-8"), "Walkers' Union counts more", "Walkers' Union says there were more")
        file.write_text(text, "utf-8")


@pytest.mark.parametrize("seed", range(2))
def test_after_any_edits_a_build_gives_what_a_build_from_nothing_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    short_lists(monkeypatch, 4)
    monkeypatch.setattr(rows, "_LENGTH", 3)
    rng = random.Random(seed)
    archive = edits.Archive(tmp_path / "archive", rng)
    write_archive(archive.root, 16, seed)
    place = Place(archive.root, tmp_path / "site")
    place.publish()
    order = rng.sample(edits.EDITS, len(edits.EDITS))
    for number, edit in enumerate(order, 1):
        edit(archive)
        place.publish()
        if number % BETWEEN == 0 or number == len(order):
            last = [edit.__name__ for edit in order[number - BETWEEN : number]]
            assert differing(files(place.site), place.fresh(tmp_path / f"fresh-{number}")) == [], last
            rmtree(tmp_path / f"fresh-{number}")


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Place, Kept]:
    """The golden archive, and its site beside it."""
    folder = tmp_path_factory.mktemp("built")
    root = copytree(golden.ARCHIVE, folder / "both" / "archive")
    place = Place(root, folder / "both" / "site")
    place.publish()
    return place, Kept(folder / "both")


@pytest.fixture
def place(built_once: tuple[Place, Kept]) -> Place:
    """The archive and its site as they were after the first build, to be changed."""
    place, kept = built_once
    kept.again()
    return place


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """What the site is after the edit."""
    folder = tmp_path_factory.mktemp("edited")
    place = Place(copytree(golden.ARCHIVE, folder / "edited"), folder / "none")
    place.edit()
    return place.fresh(folder)


def test_without_an_edit_nothing_is_written(place: Place) -> None:
    before = {file: file.stat().st_mtime_ns for file in place.site.rglob("*")}
    built = place.publish()
    assert (built.written, built.removed) == (0, 0)
    assert built.files == len(files(place.site))
    assert {file: file.stat().st_mtime_ns for file in place.site.rglob("*")} == before


def test_an_edit_writes_what_shows_the_record_and_nothing_that_does_not(place: Place) -> None:
    search = place.site / "search"  # whose files change their names with their content
    before = {
        file: file.stat().st_mtime_ns
        for file in place.site.rglob("*")
        if file.is_file() and not file.is_relative_to(search)
    }
    file = place.root / CLAIM_FILE
    file.write_text(changed(file.read_text("utf-8"), "of us, whatever", "of us; whatever"), "utf-8")
    place.publish()
    written = {str(file.relative_to(place.site)) for file, time in before.items() if file.stat().st_mtime_ns != time}
    record = {f"c/{CLAIM}/{name}" for name in ("claim.json", "index.html")}
    assert {f"{tag}/claims/{CLAIM}/index.html" for tag in edits.LANGUAGES} | record <= written
    others = ("about", "contribute/problems/e304", "claims/2031-03-12-mara-lind-withdrawn", "dates")
    assert not written & {"index.html", "sitemap.xml", *(f"en/{address}/index.html" for address in others)}


def test_a_line_of_the_ledger_writes_what_says_it_and_nothing_else(place: Place, tmp_path: Path) -> None:
    seen = "2031-03-12-city-office-visitors"
    before = {file: file.stat().st_mtime_ns for file in place.site.rglob("*") if file.is_file()}
    ledger = place.root / LEDGER
    lines = ledger.read_text("utf-8").splitlines(keepends=True)
    [number] = [n for n, line in enumerate(lines) if f'"{seen}"' in line and "not-verifiable" in line]
    lines[number] = changed(lines[number], '"not-verifiable"', '"changed-since"').replace(', "why": "paywall"', "")
    ledger.write_text("".join(lines), "utf-8")
    place.publish()
    assert differing(files(place.site), place.fresh(tmp_path)) == []
    written = {str(file.relative_to(place.site)) for file, time in before.items() if file.stat().st_mtime_ns != time}
    assert written >= {f"c/{seen}/claim.json", "data/claims.en.csv", "data/archive.sqlite", "ko/feed.xml"}
    assert written >= {f"{tag}/claims/{seen}/index.html" for tag in edits.LANGUAGES}
    # The warning stands wherever the words do.
    assert written >= {
        f"{tag}/{page}/index.html" for tag in edits.LANGUAGES for page in (f"claims/{CLAIM}", "disagreements")
    }
    beside = {f"claims/{CLAIM}", "claims/2031-03-12-mara-lind-withdrawn", "contribute/work", "disagreements", "series"}
    said = {"c", "data", *(f"{tag}/{page}" for tag in edits.LANGUAGES for page in (f"claims/{seen}", *beside))}
    pages = {path for path in written if not path.endswith(("feed.xml", "feed.json"))}
    assert {path for path in pages if not path.startswith((*(f"{each}/" for each in said),))} == set()


def flipped(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


SPOILT: Mapping[str, Callable[[bytes], bytes | None]] = {
    "gone": lambda data: None,
    "empty": lambda data: b"",
    "truncated": lambda data: data[: len(data) // 2],
    "with a byte flipped": lambda data: flipped(data),
    "other bytes": lambda data: random.Random(0).randbytes(len(data)),
    "twice": lambda data: data * 2,
    "its lines turned round": lambda data: b"\n".join(data.split(b"\n")[::-1]),
    "other words": lambda data: re.sub(
        rb'counts|[/"]en/|CardWords',
        lambda word: {b"counts": b"claims", b"CardWords": b"cardwords"}.get(word[0], word[0][:1] + b"ko/"),
        data,
    ),
    "other digits": lambda data: data.replace(b"1", b"2"),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT.keys())
def test_a_spoilt_cache_does_no_harm(
    place: Place, edited: Mapping[str, bytes], spoil: Callable[[bytes], bytes | None]
) -> None:
    changed = {file: (data, spoil(data)) for file, data in place.remembered().items()}
    assert len([data for data, spoilt in changed.values() if data != spoilt]) > len(changed) // 3
    for file, (_, spoilt) in changed.items():
        if spoilt is None:
            file.unlink()
        else:
            file.write_bytes(spoilt)
    place.edit()
    place.publish()
    assert differing(files(place.site), edited) == []
    assert place.publish().written == 0


def test_the_cache_of_another_build_does_no_harm(place: Place, edited: Mapping[str, bytes]) -> None:
    record, site, earlier = (place.root / CLAIM_FILE).read_bytes(), files(place.site), place.remembered()
    place.edit()
    place.publish()
    later = place.remembered()
    assert later != earlier
    place.remember(earlier)
    place.publish()
    assert differing(files(place.site), edited) == []
    (place.root / CLAIM_FILE).write_bytes(record)
    place.publish()
    place.remember(later)
    place.publish()
    assert differing(files(place.site), site) == []


DAMAGED: Mapping[str, Callable[[Path], object]] = {
    "a page changed": lambda site: (site / "en/about/index.html").write_text("mine", "utf-8"),
    "a letter of a page changed": lambda site: flip(site / "en/about/index.html"),
    "a page gone": lambda site: (site / "ko/dates/2031/index.html").unlink(),
    "a page that the edit changes gone": lambda site: (site / f"en/claims/{CLAIM}/index.html").unlink(),
    "a record gone": lambda site: (site / f"c/{CLAIM}/claim.json").unlink(),
    "a file of the theme gone": lambda site: next(site.glob("assets/claims.*.css")).unlink(),
    "a folder gone": lambda site: rmtree(site / "en"),
    "the sitemap changed": lambda site: (site / "sitemap.xml").write_text("", "utf-8"),
    "the whole site gone": lambda site: rmtree(site),
}


def flip(file: Path) -> None:
    file.write_bytes(flipped(file.read_bytes()))


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_site_is_whole_again(
    place: Place, edited: Mapping[str, bytes], damage: Callable[[Path], object]
) -> None:
    damage(place.site)
    place.edit()
    place.publish()
    assert differing(files(place.site), edited) == []
