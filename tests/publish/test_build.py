"""A build gives the same bytes everywhere, and a whole site or none at all."""

import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import ProxyHandler, build_opener

import pytest
from jinja2 import UndefinedError

from site_builder.model.verification import LEDGER
from site_builder.pages import printer
from site_builder.publish.build import Refused
from tests import golden, repository
from tests.building import make_site, undrawn_cards
from tests.commands import RunCli, run_module, run_python
from tests.golden import ARCHIVE, SITE_URL
from tests.sites import Kept, differing, files

CLAIM = "claims/2031/2031-03-11-walkers-union-visitors.yml"
MONTH = "claims/2031/2031-03-omber-daily-visitors.yml"
BREAKAGES = (
    ("said: 2031-03-11~", "said: 2031-03-32"),
    ("about: [lantern-walk]", "abuot: [lantern-walk]"),
    ("    method: human", "    method: robot"),
    ("    reviewed: false", "    reviewed: no"),
    ("    value: 8000", "    value: 8,000"),
)
FOUND = ["5:7 E304", "7:1 E301", "14:13 E307", "15:15 E315", "25:12 E308"]
"""Where each breakage is reported, and as what."""


def break_template(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template that asks for what its page does not have."""
    templates = shutil.copytree(printer.TEMPLATES, folder / "templates")
    with (templates / name).open("a", encoding="utf-8") as file:
        file.write("{{ context.no_such_thing }}")
    monkeypatch.setattr(printer, "TEMPLATES", templates)


def rewrite(file: Path, *changes: tuple[str, str], to: Path | None = None) -> None:
    text = file.read_text("utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (to or file).write_text(text, "utf-8", newline="\n")


OTHER_NUMBER = (
    ("value: 8000", "value: 9000"),
    ("than 8,000 visitors", "than 9,000 visitors"),
    ("참가자 8000명", "참가자 9000명"),
    ("more than 8,000 of us", "more than 9,000 of us"),
    ("우리는 8,000명", "우리는 9,000명"),
)
"""Another number of the claim, in its figure and in all of its words."""
Edit = Callable[[Path], object]


def replacing(name: str, old: str, new: str) -> Edit:
    return lambda archive: rewrite(archive / name, (old, new))


def translating(name: str) -> Edit:
    """Add a hand-written page in every language."""

    def write(archive: Path) -> None:
        for language in ("en", "ko"):
            (archive / "content" / language / name).write_text("---\ndescription: New.\n---\n\n# New\n", "utf-8")

    return write


EDITS = {
    "a record": replacing(CLAIM, "en: Walkers' Union counts", "en: Walkers' Union estimates"),
    "a hand-written page": replacing("content/en/about.md", "is kept", "is kept here"),
    "a hand-written title": replacing("content/ko/about.md", "title: 소개", "title: 안내"),
    "a new hand-written page": translating("more.md"),
    "a picture": lambda archive: (archive / "content/en/picture.png").write_text("one", "utf-8"),
    "another picture": lambda archive: (archive / "content/en/picture.png").write_text("two", "utf-8"),
    "no picture": lambda archive: (archive / "content/en/picture.png").unlink(),
    "the site's name": replacing("content/en/index.md", "title: Golden Archive", "title: Silver Archive"),
    "the site's address": replacing("mkdocs.yml", "archive.example/some/path", "archive.example/other"),
    "the repository's address": replacing("mkdocs.yml", "code.example/golden", "code.example/silver"),
    "the order of languages": replacing("mkdocs.yml", "[en, ko]", "[ko, en]"),
}
"""What the engine has a part in, one after the other. Those of records are in `test_incremental`."""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go, empty at first."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """The golden archive with its site, which has a mark of its own."""
    root = golden.build(tmp_path_factory.mktemp("built")).parent
    (root / "site" / "old.txt").write_text("old", "utf-8")
    return Kept(root)


@pytest.fixture
def old_site(built_once: Kept) -> Path:
    """The site of an archive that is about to be built again."""
    return built_once.again() / "site"


def test_mkdocs_and_claims_build_the_same_site(archive: Path, tmp_path: Path) -> None:
    for module, *options in (("mkdocs", "build", "--strict"), ("site_builder", "build")):
        built = run_module(module, *options, "--site-dir", str(tmp_path / module), at=archive)
        assert built.code == 0, built.err
    assert files(tmp_path / "mkdocs") == files(tmp_path / "site_builder") != {}


def test_the_machine_does_not_show_in_a_site(archive: Path, tmp_path: Path) -> None:
    sites = []
    for name, environment in {
        "east": {"TZ": "Pacific/Kiritimati", "LC_ALL": "ko_KR.UTF-8", "PYTHONHASHSEED": "1", "LANGUAGE": "ko"},
        "west": {"TZ": "Pacific/Pago_Pago", "LC_ALL": "C", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "4102444800"},
    }.items():
        moved = shutil.copytree(archive, tmp_path / name / "elsewhere")
        built = run_module("site_builder", "build", at=moved, **environment)
        assert built.code == 0, built.err
        sites.append(files(moved / "site"))
    assert sites[0] == sites[1] != {}


def test_cores_do_not_show_in_a_site(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for cores in (1, 3):
        monkeypatch.setattr("site_builder.runtime.workers.cores", lambda cores=cores: cores)
        make_site(archive, tmp_path / str(cores))
    assert files(tmp_path / "1") == files(tmp_path / "3") != {}


def test_a_build_after_an_edit_is_a_build_of_what_is_there_now(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SITE_URL")  # or mkdocs.yml would not be asked
    with undrawn_cards():
        make_site(archive)
        for name, edit in EDITS.items():
            edit(archive)
            make_site(archive)
            fresh = shutil.copytree(archive, tmp_path / name, ignore=shutil.ignore_patterns("site", ".cache"))
            make_site(fresh)
            assert differing(files(archive / "site"), files(fresh / "site")) == [], name


def test_the_day_on_which_a_claim_came_in_is_the_day_of_its_commit(archive: Path) -> None:
    later = archive / CLAIM
    text = later.read_text("utf-8")
    later.unlink()
    repository.commit(archive, "2031-05-01")
    later.write_text(text, "utf-8")
    repository.commit(archive, "2031-06-02")
    make_site(archive)
    for tag, days in (("en", ["June 2, 2031", "May 1, 2031"]), ("ko", ["2031년 6월 2일", "2031년 5월 1일"])):
        page = (archive / "site" / tag / "changes/index.html").read_text("utf-8")
        assert re.findall("<h2>(.*?)</h2>", page) == days
        first, second = page.split("<h2>")[1:]
        assert re.findall('href="../claims/(.*?)/"', first) == [later.stem]
        assert later.stem not in second


def test_what_is_wrong_in_a_record_is_said_all_at_once(old_site: Path, run_cli: RunCli) -> None:
    before, archive = files(old_site), old_site.parent
    rewrite(archive / CLAIM, *BREAKAGES)
    built = run_cli("build", at=archive)
    assert built.code == 1
    assert found(built.err) == FOUND
    assert files(old_site) == before


def test_mkdocs_says_the_same_of_a_broken_record(old_site: Path) -> None:
    before, archive = files(old_site), old_site.parent
    rewrite(archive / CLAIM, *BREAKAGES)
    built = run_module("mkdocs", "build", at=archive)
    assert built.code == 1
    assert found(built.out + built.err) == FOUND
    assert files(old_site) == before


def test_several_keys_missing_in_one_place_are_all_named(archive: Path) -> None:
    rewrite(archive / CLAIM, ("claimant: walkers-union\n", ""), ("about: [lantern-walk]\n", ""))
    with pytest.raises(Refused) as refused:
        make_site(archive)
    assert [problem.values["key"] for problem in refused.value.problems] == ["claimant", "about"]


def test_what_other_records_say_against_a_broken_one_is_said_too(archive: Path) -> None:
    """A record whose shape is wrong is still compared with the others: one run tells all."""
    rewrite(
        archive / CLAIM,
        ("claimant: walkers-union", "claimant: walkers-onion"),
        ("    hedge: more-than", "    hedge: over"),
    )
    with pytest.raises(Refused) as refused:
        make_site(archive)
    assert [problem.kind.code for problem in refused.value.problems] == ["E703", "E307"]


def test_a_template_that_fails_leaves_the_old_site(
    old_site: Path, temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, beside = files(old_site), sorted(path.name for path in old_site.parent.iterdir())
    rewrite(old_site.parent / CLAIM, *OTHER_NUMBER)
    break_template(tmp_path, "series.html", monkeypatch)
    with pytest.raises(UndefinedError, match="no_such_thing"):
        make_site(old_site.parent)
    assert files(old_site) == before
    assert sorted(path.name for path in old_site.parent.iterdir()) == beside
    assert list(temporary.iterdir()) == []


def test_an_output_that_fails_leaves_no_site(
    archive: Path, temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted([".cache", *(path.name for path in archive.iterdir())])
    break_template(tmp_path, "choice.html", monkeypatch)
    with pytest.raises(UndefinedError, match="no_such_thing"):
        make_site(archive)
    assert sorted(path.name for path in archive.iterdir()) == before
    assert list(temporary.iterdir()) == []


def test_a_build_leaves_no_temporary_files(archive: Path, temporary: Path) -> None:
    before = {*(path.name for path in archive.iterdir()), ".cache", "site"}
    make_site(archive)
    assert {path.name for path in archive.iterdir()} == before
    assert list(temporary.iterdir()) == []


STOPPED_LATE = """
def stop(*arguments):
    os.kill(os.getpid(), signal.SIGTERM)
    return iter(())
sitemap.artifacts = stop
"""
"""The signal comes when all pages are written, but not yet in place."""
STOPPED_EARLY = """
def stop(libraries):
    os.kill(os.getppid(), signal.SIGTERM)
    while any(name.startswith(".site.new-") for name in os.listdir()):
        pass
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    yield Artifact(["late.txt"], tuple, lambda: [b""])
outputs.of_site = lambda libraries: [lambda: stop(libraries)]
"""
"""The signal comes while another process writes, which would go on when the stage is gone, were it not stopped too."""
STOPPED_BY_HAND = """
def stop(libraries):
    os.killpg(os.getpgrp(), signal.SIGINT)
    while True:
        signal.pause()
outputs.of_site = lambda libraries: [lambda: stop(libraries)]
"""
"""Ctrl+C at a terminal: every process gets the signal."""


@pytest.mark.parametrize(
    ("stop", "codes"),
    [(STOPPED_LATE, {143}), (STOPPED_EARLY, {143}), (STOPPED_BY_HAND, {2, 130})],
    ids=["late", "early", "by hand"],
)
def test_a_build_that_is_stopped_leaves_the_old_site(
    old_site: Path, temporary: Path, stop: str, codes: set[int]
) -> None:
    before, beside = files(old_site), sorted(path.name for path in old_site.parent.iterdir())
    rewrite(old_site.parent / CLAIM, *OTHER_NUMBER)
    program = f"""
import os, signal
from site_builder import cli, outputs
from site_builder.runtime import workers
from site_builder.outputs import sitemap
from site_builder.outputs.artifact import Artifact
signal.signal(signal.SIGINT, signal.default_int_handler)
{stop}
workers.cores = lambda: 2
cli.main()
"""
    stopped = run_python("-c", program, "build", at=old_site.parent)
    assert stopped.code in codes
    assert files(old_site) == before
    assert sorted(path.name for path in old_site.parent.iterdir()) == beside
    assert list(temporary.iterdir()) == []


def test_a_broken_link_in_a_hand_written_page_leaves_the_old_site(old_site: Path, run_cli: RunCli) -> None:
    before = files(old_site)
    with (old_site.parent / "content/en/about.md").open("a", encoding="utf-8") as file:
        file.write("\n[nowhere](nowhere.md)\n")
    built = run_cli("build", at=old_site.parent)
    assert built.code == 1
    assert "content/en/about.md:12:11: error[E810]: nowhere.md leads to nothing" in built.err
    assert files(old_site) == before
    assert run_module("mkdocs", "build", "--strict", at=old_site.parent).code == 1
    assert files(old_site) == before


def test_a_folder_that_holds_something_else_is_left_alone(archive: Path, tmp_path: Path, run_cli: RunCli) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("Dear …", "utf-8")
    built = run_cli("build", "--site-dir", str(mine), at=archive)
    assert built.code == 2
    assert built.err.endswith(f"{mine} holds something else than a site; name an empty folder\n")
    assert files(mine) == {"letter.txt": "Dear …".encode()}
    assert run_module("mkdocs", "build", "--site-dir", str(mine), at=archive).code == 1
    assert files(mine) == {"letter.txt": "Dear …".encode()}


@pytest.mark.parametrize("folder", ["mkdocs.yml", ".", "content", "claims"])
def test_neither_a_file_nor_the_archive_itself_takes_a_site(archive: Path, run_cli: RunCli, folder: str) -> None:
    built = run_cli("build", "--site-dir", folder, at=archive)
    assert built.code == 2
    assert "internal error" not in built.err
    assert files(archive) == files(ARCHIVE)


def test_an_empty_folder_and_a_missing_one_take_a_site(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    make_site(archive, tmp_path / "empty")
    make_site(archive, tmp_path / "missing/deep")
    assert files(tmp_path / "empty") == files(tmp_path / "missing/deep") != {}


def test_an_archive_without_the_folder_of_its_records_has_none(archive: Path) -> None:
    shutil.rmtree(archive / "claims")
    with pytest.raises(Refused) as refused:
        make_site(archive)
    assert [f"{problem.place} {problem.kind.code}" for problem in refused.value.problems] == ["claims:1:1 E114"]


def test_an_archive_without_claims_has_a_site(archive: Path) -> None:
    shutil.rmtree(archive / "claims/2031")
    (archive / LEDGER).unlink()
    assert make_site(archive).claims == 0
    assert "The archive holds no claims yet." in (archive / "site/en/index.html").read_text("utf-8")


def test_an_archive_of_one_claim_has_a_site(archive: Path) -> None:
    for file in (archive / "claims/2031").iterdir():
        if file.stem != "2031-03-11-city-office-visitors":
            file.unlink()
    (archive / LEDGER).unlink()
    assert make_site(archive).claims == 1
    assert "1 claim" in (archive / "site/en/claims/index.html").read_text("utf-8")


def test_an_archive_of_withdrawn_claims_has_a_site(bare_site: Path) -> None:
    assert "The archive holds no claims yet." in (bare_site / "en/index.html").read_text("utf-8")
    assert "Mara Lind counts" not in (bare_site / "en/claims/index.html").read_text("utf-8")
    assert (bare_site / "en/claims/2031-03-12-mara-lind-withdrawn/index.html").exists()


def test_the_first_language_is_the_one_of_readers_with_neither(archive: Path) -> None:
    rewrite(archive / "mkdocs.yml", ("[en, ko]", "[ko, en]"))
    make_site(archive)
    home = (archive / "site/index.html").read_text("utf-8")
    assert "<html lang=ko>" in home
    assert re.findall(r'<a href="[^"]*" hreflang=(..)>', home) == ["ko", "en"]
    entity = (archive / "site/en/entities/city-office/index.html").read_text("utf-8")
    assert f'hreflang=x-default href="{SITE_URL}ko/entities/city-office/"' in entity


@pytest.mark.parametrize("path", ["claims/index.md", "claims/2031-03-12-mara-lind-withdrawn/index.md", "dates/2031.md"])
def test_a_hand_written_page_cannot_hide_a_generated_one(archive: Path, run_cli: RunCli, path: str) -> None:
    for language in ("en", "ko"):
        page = archive / "content" / language / path
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("---\ndescription: Mine.\n---\n\n# Mine\n", "utf-8")
    built = run_cli("build", at=archive)
    assert built.code == 1
    assert f"content/en/{path}:1:1: error[E805]" in built.err


@pytest.mark.parametrize(
    "command", [("mkdocs", "serve", "--dev-addr", "127.0.0.1:{port}"), ("site_builder", "serve", "--port", "{port}")]
)
def test_the_preview_shows_the_site(archive: Path, command: tuple[str, ...], temporary: Path) -> None:
    make_site(archive)
    path = "ko/claims/2031-03-11-city-office-visitors/"
    with preview(*command, at=archive) as address:
        served = fetch(f"{address}{path}")
        assert fetch(f"{address}c/2031-03-11-city-office-visitors/claim.json").startswith('{"@context":')
    reload = re.compile(r'\n<script src="/-/preview\.js" data-version="\d+"></script>\n')
    assert reload.sub("", served).replace(address, SITE_URL) == (archive / "site" / path / "index.html").read_text(
        "utf-8"
    )


@contextmanager
def preview(*command: str, at: Path) -> Iterator[str]:
    """A preview at a free port, killed in the end; its address is given when it has told it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}{urlsplit(SITE_URL).path}"
    with subprocess.Popen(
        [sys.executable, "-m", *(argument.format(port=port) for argument in command)],
        cwd=at,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as server:
        try:
            assert server.stderr
            said = ""
            while address not in said:
                line = server.stderr.readline()
                assert line, f"the preview does not say where it is: {said}"
                said += line
            yield address
        finally:
            server.kill()


def fetch(url: str) -> str:
    """What a server of this machine sends."""
    with build_opener(ProxyHandler({})).open(url) as response:
        text: bytes = response.read()
    return text.decode("utf-8")


def found(report: str) -> list[str]:
    """The places and codes of the problems of the claim that was broken."""
    return [f"{place} {code}" for place, code in re.findall(rf"{re.escape(CLAIM)}:(\d+:\d+): \w+\[(\w+)\]", report)]
