"""`claims snapshot`, from a page on a host to the record."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from site_builder.cli import snapshot as command
from site_builder.model.records import Claim
from site_builder.read import loader
from site_builder.sources.snapshot import Snapshots, Taken, Wanted, missing, wanted
from site_builder.sources.store import ELSEWHERE, FOLDER, Store
from site_builder.sources.visit import Visitor
from site_builder.sources.wayback import ACCESS_KEY, SECRET_KEY, Keys, NotArchived, Wayback
from tests.commands import RunCli
from tests.records import ARCHIVE, CLAIM, CLAIM_FILE, changed, write
from tests.sources.hosts import Host, Request, answer, host

ID = "2031-03-12-city-office-visitors"
URL = "https://example.org/walk"
PAGE = "<h1>The walk</h1><p>In all, about 1,200 people came to it, the city's office said on Wednesday.</p>"
TODAY = date(2031, 3, 14)


@pytest.fixture(autouse=True)
def _nothing_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (ELSEWHERE, ACCESS_KEY, SECRET_KEY):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def omber() -> Iterator[Host]:
    with host(walk=answer(PAGE)) as running:
        yield running


@pytest.fixture
def root(tmp_path: Path, omber: Host) -> Path:
    """An archive whose claim was published on the host."""
    return write(tmp_path, ARCHIVE | {CLAIM_FILE: changed(CLAIM, URL, f"{omber.url}/walk")})


def claims(root: Path) -> dict[str, Claim]:
    return dict(loader.load(root).archive.claims)


def pages(root: Path, *, is_all: bool = False) -> list[Wanted]:
    return wanted(claims(root).values(), is_all=is_all)


def holds(quote: str, text: str, tag: str) -> bool:
    return quote in text


def snapshots(root: Path, omber: Host, wayback: bool = False) -> Snapshots:
    visitor = Visitor(loopback_port=omber.port, sleep=lambda pause: None)
    archive = Wayback(visitor, Keys("me", "hush"), omber.url, lambda pause: None) if wayback else None
    return Snapshots(root, visitor, Store(root), holds, TODAY, archive)


def take(root: Path, omber: Host, *, wayback: bool = False) -> Taken:
    (page,) = pages(root, is_all=True)
    return snapshots(root, omber, wayback).of_page(page)


def test_the_text_is_stored_and_the_record_says_so(root: Path, omber: Host) -> None:
    before = (root / CLAIM_FILE).read_text()
    taken = take(root, omber)
    store = Store(root)
    assert store.text(taken.digest) == (
        "The walk\nIn all, about 1,200 people came to it, the city's office said on Wednesday.\n"
    )
    assert store.about(taken.digest)["url"] == f"{omber.url}/walk"
    old = "      publisher: omber-daily\n"
    new = f"{old}      accessed: 2031-03-14\n      snapshot: {taken.digest}\n"
    assert (root / CLAIM_FILE).read_text() == changed(before, old, new)
    assert taken.is_done
    assert not pages(root)
    assert len(pages(root, is_all=True)) == 1


def test_a_page_that_several_claims_quote_is_visited_once(root: Path, omber: Host) -> None:
    other = "claims/2031/2031-03-12-city-office-people.yml"
    write(root, {other: (root / CLAIM_FILE).read_text()})
    taken = take(root, omber)
    assert omber.asked() == ["/walk"]
    assert {claims(root)[place.claim.id].quotes["en"].source.snapshot for place in taken.written} == {taken.digest}  # type: ignore[union-attr]
    assert len(taken.written) == 2


def test_words_that_are_not_there_are_told_of(root: Path, omber: Host) -> None:
    omber.replies["/walk"] = answer(PAGE.replace("1,200", "900"))
    taken = take(root, omber)
    assert [place.claim.id for place in taken.not_in_it] == [ID]
    assert taken.written


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (answer(status=404), "gone"),
        (answer(status=403), "refused"),
        (answer("%PDF-1.7", "application/pdf"), "format"),
        (answer("<script>render()</script>"), "script-only"),
        (answer(f'{PAGE.replace("1,200", "900")}<script>{{"isAccessibleForFree": false}}</script>'), "paywall"),
    ],
)
def test_nothing_is_stored_of_a_page_that_cannot_be_read(page: bytes, why: str, root: Path, omber: Host) -> None:
    before = (root / CLAIM_FILE).read_text()
    omber.replies["/walk"] = page
    taken = take(root, omber)
    assert (taken.trouble and taken.trouble.why, taken.digest, taken.is_done) == (why, "", False)
    assert (root / CLAIM_FILE).read_text() == before
    assert not (root / FOLDER).exists()


def test_what_a_paywall_shows_is_enough_where_it_holds_the_words(root: Path, omber: Host) -> None:
    omber.replies["/walk"] = answer(f'{PAGE}<script>{{"isAccessibleForFree": false}}</script>')
    taken = take(root, omber)
    assert taken.written
    assert Store(root).about(taken.digest)["doubt"] == "paywall"


def test_a_record_without_a_place_for_it_is_left_to_a_person(
    root: Path, omber: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("site_builder.sources.snapshot.with_source_values", lambda *arguments: None)
    taken = take(root, omber)
    assert ([place.claim.id for place in taken.unwritten], taken.is_done) == ([ID], False)
    assert list(missing(taken)) == [f"snapshot: {taken.digest}"]


# --from


@pytest.mark.parametrize("data", [PAGE.encode(), b"In all, about 1,200 people came to it.", PAGE.encode("utf-16")])
def test_a_text_that_a_person_saved_is_stored_as_such(data: bytes, root: Path, omber: Host) -> None:
    taken = snapshots(root, omber).of_file(pages(root), data)
    assert taken and taken.written
    assert "about 1,200 people came" in (Store(root).text(taken.digest) or "")
    about = Store(root).about(taken.digest)
    assert (about["by_hand"], about["url"]) == (True, f"{omber.url}/walk")
    assert not omber.requests


def test_the_day_on_which_a_person_read_a_page_stays(root: Path, omber: Host) -> None:
    text = (root / CLAIM_FILE).read_text()
    write(
        root,
        {CLAIM_FILE: changed(text, "publisher: omber-daily", "publisher: omber-daily\n      accessed: 2031-03-12")},
    )
    snapshots(root, omber).of_file(pages(root), PAGE.encode())
    assert "accessed: 2031-03-12\n" in (root / CLAIM_FILE).read_text()


def test_a_pdf_that_a_person_saved_is_refused(root: Path, omber: Host) -> None:
    taken = snapshots(root, omber).of_file(pages(root), b"%PDF-1.7")
    assert taken and taken.trouble
    assert (taken.trouble.why, taken.trouble.detail, taken.digest) == ("format", "PDF", "")


def test_of_two_sources_a_saved_text_is_that_whose_words_it_holds(root: Path, omber: Host) -> None:
    (page,) = pages(root)
    other = Wanted(f"{omber.url}/other", [replace(page.places[0], text="elsewhere")])
    taken = snapshots(root, omber).of_file([other, page], PAGE.encode())
    assert taken and taken.url == page.url
    assert snapshots(root, omber).of_file([other, page], b"They went home.") is None
    refused = snapshots(root, omber).of_file([other, page], b"%PDF-1.7")
    assert refused and refused.trouble and refused.trouble.why == "format"


# --archive


def archiving(omber: Host, copy: bytes, *states: str) -> None:
    """Let the host be the web archive too."""
    waiting = iter(states)

    def state(request: Request) -> None:
        request.send(answer(next(waiting), "application/json"))

    omber.replies |= {
        "/save": answer('{"url": "x", "job_id": "spn2-1"}', "application/json"),
        "/save/status/spn2-1": state,
        f"/web/20310314000000/{omber.url}/walk": copy,
    }


PENDING, DONE = '{"status": "pending"}', '{"status": "success", "timestamp": "20310314000000"}'


def test_a_copy_that_holds_the_words_is_written_into_the_record(root: Path, omber: Host) -> None:
    archiving(omber, answer(PAGE), PENDING, PENDING, DONE)
    taken = take(root, omber, wayback=True)
    assert taken.archived == f"{omber.url}/web/20310314000000/{omber.url}/walk"
    assert f"      archived: {taken.archived}\n      accessed: 2031-03-14\n" in (root / CLAIM_FILE).read_text()
    order = next(request for request in omber.requests if request.path == "/save")
    assert (order.line.split()[0], order.headers["authorization"]) == ("POST", "LOW me:hush")
    assert order.body == f"url=http%3A%2F%2F127.0.0.1%3A{omber.port}%2Fwalk"
    assert [request.path for request in omber.requests].count("/save") == 1


@pytest.mark.parametrize(
    ("copy", "states"),
    [
        (answer("<p>Hrm. The archive has no such page, and shows this to whoever asks.</p>"), [DONE]),
        (answer(status=404), [DONE]),
        (answer(status=523), [DONE]),
        (answer(PAGE), ['{"status": "error", "message": "excluded hush"}']),
        (answer(PAGE), ['{"status": "success", "timestamp": "../../x"}']),
        (answer(PAGE), ["[]"]),
        (answer(PAGE), ["<html>"]),
        (answer(PAGE), [PENDING] * 100),
    ],
)
def test_a_copy_that_cannot_be_relied_on_is_a_line_of_the_report(
    copy: bytes, states: list[str], root: Path, omber: Host
) -> None:
    archiving(omber, copy, *states)
    taken = take(root, omber, wayback=True)
    assert (taken.archived, bool(taken.not_archived), bool(taken.written), taken.is_done) == ("", True, True, False)
    assert "archived" not in (root / CLAIM_FILE).read_text()


@pytest.mark.parametrize("status", [401, 403, 429, 500])
def test_an_archive_that_takes_no_order(status: int, root: Path, omber: Host) -> None:
    omber.replies["/save"] = answer("{}", "application/json", status)
    assert take(root, omber, wayback=True).not_archived


def test_keys_are_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Keys.of_environment() is None
    monkeypatch.setenv(ACCESS_KEY, "me")
    assert Keys.of_environment() is None
    monkeypatch.setenv(SECRET_KEY, "hush")
    keys = Keys.of_environment()
    assert keys == Keys("me", "hush")
    assert "hush" not in repr(keys)
    assert "me" not in repr(keys).replace("Keys", "")


# The command


@pytest.fixture
def site(root: Path, omber: Host, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The archive as a site, on a day, with a visitor that may go to the host."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1931212800")  # 2031-03-14
    monkeypatch.setattr(command, "Visitor", lambda contact: Visitor(contact, loopback_port=omber.port))
    plugins = "plugins:\n  - claims:\n      languages: [en, ko]\n"
    return write(root, {"mkdocs.yml": f"site_name: Omber\ndocs_dir: content\ntheme:\n  name: material\n{plugins}"})


def test_the_command_says_a_line_for_each_source(site: Path, omber: Host, run_cli: RunCli) -> None:
    done = run_cli("snapshot", at=site)
    assert (done.code, done.out) == (0, f"stored: {omber.url}/walk\n")
    assert "accessed: 2031-03-14" in (site / CLAIM_FILE).read_text()
    assert run_cli("snapshot", at=site).out == "there is no source without a stored text\n"
    again = run_cli("snapshot", ID, "--lang", "ko", at=site)
    assert (again.code, f"{omber.url}/walk" in again.out, "stored" in again.out) == (0, True, False)


def test_the_command_fails_where_a_source_cannot_be_stored(site: Path, omber: Host, run_cli: RunCli) -> None:
    omber.replies["/walk"] = answer(status=404)
    done = run_cli("snapshot", at=site)
    assert (done.code, done.out) == (1, f"not stored: {omber.url}/walk: the page is not there any more (404)\n")


def test_what_a_host_says_of_itself_is_no_order_to_a_terminal(site: Path, omber: Host, run_cli: RunCli) -> None:
    omber.replies["/walk"] = answer("", "image/\x1b[31m" + "x" * 1000)
    done = run_cli("snapshot", at=site)
    assert done.out == f"not stored: {omber.url}/walk: it is no page of text (image/<U+001B>[31m{'x' * 69})\n"


def test_the_command_takes_a_saved_text(site: Path, omber: Host, run_cli: RunCli) -> None:
    write(site, {"walk.txt": "about 1,200 people came", "walk.pdf": "%PDF-1.7"})
    refused = run_cli("snapshot", ID, "--from", "walk.pdf", at=site)
    assert (refused.code, refused.out) == (1, f"not stored: {omber.url}/walk: it is no page of text (PDF)\n")
    done = run_cli("snapshot", ID, "--from", "walk.txt", at=site)
    assert (done.code, done.out) == (0, f"stored by hand: {omber.url}/walk\n")
    assert run_cli("snapshot", "--from", "walk.txt", at=site).code == 2


def test_the_command_names_what_it_lacks(site: Path, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_cli("snapshot", "2031-03-12-nothing", at=site).code == 1
    keyless = run_cli("snapshot", "--archive", at=site)
    assert (keyless.code, ACCESS_KEY in keyless.err, SECRET_KEY in keyless.err) == (2, True, True)
    monkeypatch.setattr("site_builder.cli.reading_sources.find_spec", lambda name: None)
    bare = run_cli("snapshot", at=site)
    assert (bare.code, "claim-archive[sources]" in bare.err, 'pip install "' in bare.err) == (2, True, True)


def test_a_failed_copy_is_told(site: Path, omber: Host, run_cli: RunCli, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(wayback: Wayback, url: str, holds: object) -> str:
        raise NotArchived("the archive could not copy the page")

    monkeypatch.setattr(Wayback, "copied", fail)
    done = run_cli("snapshot", "--archive", at=site, **{ACCESS_KEY: "me-key", SECRET_KEY: "hush-key"})
    assert done.code == 1
    assert done.out.splitlines()[1] == "  no archived copy: the archive could not copy the page"
    assert "-key" not in done.out + done.err
