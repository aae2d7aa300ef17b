"""The preview over HTTP: what is answered, and what browsers and the preview are told of."""

import struct
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from queue import Queue
from shutil import copytree
from socket import SO_LINGER, SOL_SOCKET
from urllib.parse import urlsplit

import pytest

from site_builder import engine
from site_builder.engine.project import OURS
from site_builder.publish import build, server
from site_builder.publish.contents import Contents
from site_builder.publish.preview import Preview
from site_builder.publish.server import Server
from site_builder.read import loader, settings
from site_builder.read.content import Content
from tests import bare_engine, golden, repository
from tests.libraries import SITE
from tests.records import changed, write

MOUNT = "/some/path/"
CLAIM = "claims/2031/2031-03-12-city-office-visitors.yml"
PAGE = "en/claims/2031-03-12-city-office-visitors/"
ICON = (OURS / "assets/icon.svg").read_bytes()
CHANGE = b"event: change\ndata:\n\n"
NO_CONTENT = Content((), (), (), None)
HANG = 300
"""Seconds after which a test that waits for what never comes fails instead of waiting for ever."""


class Watched(Preview):
    """A preview that tells what it was asked to read."""

    def __init__(self, root: Path) -> None:
        super().__init__(root, SITE.languages)
        self.told: Queue[set[str]] = Queue()

    def read(self, changed: Iterable[str]) -> None:
        names = {*changed}
        super().read(names)
        self.told.put(names)


@dataclass(frozen=True)
class Answer:
    """What a browser gets."""

    status: int
    headers: dict[str, str]
    content: bytes


class Running:
    """A server at work, with what it was asked to render."""

    def __init__(self, root: Path, rendered: Path) -> None:
        self.root = root.resolve()
        self.preview = Watched(root)
        self.preview.show(bare_engine.rendered(rendered), NO_CONTENT)
        self.renders: Queue[None] = Queue()
        self.server = Server(root / "mkdocs.yml", self.preview, ("127.0.0.1", 0), MOUNT, lambda: self.renders.put(None))

    def connect(self) -> "closing[HTTPConnection]":
        address = urlsplit(self.server.url)
        assert address.hostname
        return closing(HTTPConnection(address.hostname, address.port, timeout=HANG))

    def ask(self, path: str, method: str = "GET") -> Answer:
        with self.connect() as connection:
            return answer(connection, path, method)

    @contextmanager
    def listen(self) -> Iterator[HTTPResponse]:
        """Wait for another version than the one at hand, as an open page does."""
        with self.connect() as connection:
            connection.request("GET", f"/-/changes?{self.preview.version}")
            with connection.getresponse() as told:
                yield told


def answer(connection: HTTPConnection, path: str, method: str = "GET") -> Answer:
    connection.request(method, path)
    with connection.getresponse() as got:
        return Answer(got.status, dict(got.headers), got.read())


@contextmanager
def at_work(folder: Path) -> Iterator[Running]:
    """A server for the golden archive, of which no thread is left in the end."""
    running = Running(copytree(golden.ARCHIVE, folder / "archive"), folder / "rendered")
    others = {*threading.enumerate()}
    thread = threading.Thread(target=running.server.serve)
    thread.start()
    assert running.ask(MOUNT).status == 200  # it watches files before it answers
    yield running
    running.server.shutdown()
    for other in {*threading.enumerate()} - others:
        other.join(HANG)
        assert not other.is_alive()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server whose archive stays as it is."""
    with at_work(tmp_path_factory.mktemp("running")) as running:
        yield running


@pytest.fixture
def editing(tmp_path: Path) -> Iterator[Running]:
    """A server whose archive is edited."""
    with at_work(tmp_path) as running:
        yield running


def test_a_page_is_sent_below_the_path_that_it_will_have(running: Running) -> None:
    page = running.ask(f"{MOUNT}{PAGE}")
    assert (page.status, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert (page.headers["Cache-Control"], page.headers["Content-Length"]) == ("no-store", str(len(page.content)))
    assert b"City Office now puts visitors" in page.content
    assert running.server.url.endswith(MOUNT)


@pytest.mark.parametrize(
    ("path", "kind", "content"),
    [
        ("assets/icon.svg", "image/svg+xml", ICON),
        ("assets/icon.svg?v=1", "image/svg+xml", ICON),
        ("assets/%69con.svg", "image/svg+xml", ICON),
        ("%61ssets%2Ficon.svg", "image/svg+xml", ICON),
    ],
)
def test_a_file_is_sent_as_it_is(running: Running, path: str, kind: str | None, content: bytes) -> None:
    file = running.ask(MOUNT + path)
    assert (file.status, file.content) == (200, content)
    assert kind in (None, file.headers["Content-Type"])


@pytest.mark.parametrize(
    "path",
    [
        *("x", "en/nowhere/", "../mkdocs.yml", "%2e%2e/mkdocs.yml", "..%2fmkdocs.yml", "en/../../mkdocs.yml", "%00"),
        *("%ff", "%252e%252e/mkdocs.yml", "%2565n/claims/", "en//claims/", "/en/claims/", "en/claims/../claims/"),
        *("en/claims/index.html/", "assets", "assets/", "sitemap.xml/"),
    ],
)
def test_what_is_not_there_is_said_to_be_not_there(running: Running, path: str) -> None:
    page = running.ask(MOUNT + path)
    assert (page.status, page.headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert b"Page not found" in page.content
    assert b"site_name" not in page.content


@pytest.mark.parametrize("path", ["/", "/favicon.ico", "/some", "/elsewhere/", "/-/nothing", "//elsewhere/x"])
def test_outside_the_site_a_browser_is_led_into_it(running: Running, path: str) -> None:
    led = running.ask(path)
    assert (led.status, led.headers["Location"], led.content) == (302, MOUNT, b"")


@pytest.mark.parametrize(
    "path", ["en", "en/claims", "ko/contribute/problems", "c/2031-03-12-city-office-visitors", "en/dates/2031"]
)
@pytest.mark.parametrize("query", ["", "?entity=lake-omber&n=1"])
def test_an_address_without_its_slash_leads_to_the_one_with_it(running: Running, path: str, query: str) -> None:
    for method in ("GET", "HEAD"):
        led = running.ask(f"{MOUNT}{path}{query}", method)
        assert (led.status, led.headers["Location"], led.content) == (301, f"{MOUNT}{path}/{query}", b"")
    assert running.ask(led.headers["Location"]).status == 200


def test_the_folder_of_the_site_without_its_slash_leads_to_it(running: Running) -> None:
    led = running.ask(f"{MOUNT[:-1]}?a=1")
    assert (led.status, led.headers["Location"]) == (301, f"{MOUNT}?a=1")


def test_what_is_built_is_what_is_sent(running: Running, golden_site: Path, tmp_path: Path) -> None:
    """Byte for byte, but for the script that loads a page anew."""
    site = settings.read(running.root / "mkdocs.yml")
    bare = running.preview.rendered
    assert bare
    running.preview.show(build.render(site, build.prepare_content(site), engine.load("mkdocs"), tmp_path), NO_CONTENT)
    script = f'\n<script src="/-/preview.js" data-version="{running.preview.version}"></script>\n'.encode()
    built = {path.relative_to(golden_site).as_posix(): path for path in golden_site.rglob("*") if path.is_file()}
    assert "sitemap.xml" in built
    with running.connect() as connection:
        for path, file in built.items():
            sent, told = answer(connection, f"{MOUNT}{path}"), answer(connection, f"{MOUNT}{path}", "HEAD")
            assert (path, sent.status, sent.content.replace(script, b"")) == (path, 200, file.read_bytes())
            assert (path, told.status, told.content) == (path, 200, b"")
            assert told.headers["Content-Length"] == str(len(sent.content))
    running.preview.show(bare, NO_CONTENT)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("sitemap.xml", "application/xml"),
        ("404.html", "text/html; charset=utf-8"),
        ("404", "text/html; charset=utf-8"),
        ("assets/icon.svg", "image/svg+xml"),
        (f"c/{Path(CLAIM).stem}/claim.json", "application/json; charset=utf-8"),
    ],
)
def test_what_a_file_is_is_said(running: Running, path: str, kind: str) -> None:
    file = running.ask(MOUNT + path)
    assert (file.status, file.headers["Content-Type"]) == (200, kind)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", [MOUNT, "/", "/-/changes", f"{MOUNT}nowhere"])
def test_a_site_can_only_be_read(running: Running, method: str, path: str) -> None:
    refused = running.ask(path, method)
    assert (refused.status, refused.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("path", ["/-/changes?0", "/-/preview.js", f"{MOUNT}nowhere", MOUNT])
def test_head_is_answered_as_get_without_content(running: Running, path: str) -> None:
    told, sent = running.ask(path, "HEAD"), running.ask(path)
    assert (told.status, told.content) == (sent.status, b"")
    assert told.headers | {"Date": ""} == sent.headers | {"Date": ""}


def test_several_answers_come_over_one_connection(running: Running) -> None:
    with running.connect() as connection:
        for path, status in (("/-/preview.js", 200), (f"{MOUNT}nowhere", 404), ("/", 302), (MOUNT, 200)):
            assert answer(connection, path).status == status


def test_the_script_of_a_page_is_sent(running: Running) -> None:
    script = running.ask("/-/preview.js")
    assert (script.status, script.headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert b"/-/changes?" in script.content


@pytest.mark.parametrize("version", ["0", "999", "", "x", "-1", "1.0", "%C2%B2", "9" * 5000])
def test_a_browser_with_another_version_is_told_at_once(running: Running, version: str) -> None:
    told = running.ask(f"/-/changes?{version}")
    assert (told.status, told.headers["Content-Type"]) == (200, "text/event-stream")
    assert told.content == CHANGE


def test_a_browser_is_told_of_a_change_that_comes_later(running: Running) -> None:
    with running.listen() as told:
        running.preview.fail("no new frames")
        assert told.read() == CHANGE


def test_a_browser_that_waits_gets_signs_of_life(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_SIGN_OF_LIFE", 0.001)
    with running.listen() as told:
        assert (told.readline(), told.readline()) == (b": still here\n", b"\n")
        running.preview.fail("no new frames")
        assert told.read().replace(b": still here\n\n", b"") == CHANGE


def test_a_connection_that_breaks_off_is_no_news(
    running: Running, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    others = {*threading.enumerate()}
    with running.connect() as connection:
        assert answer(connection, MOUNT).status == 200
        connection.sock.setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))  # closing resets
    for answering in {*threading.enumerate()} - others:
        answering.join(HANG)
    assert (capsys.readouterr().err, caplog.records) == ("", [])


def test_a_browser_that_goes_away_disturbs_nobody(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_SIGN_OF_LIFE", 0.001)
    with running.listen() as told:
        assert told.readline() == b": still here\n"
    assert running.ask(MOUNT).status == 200


@pytest.mark.parametrize("change", ["written", "deleted", "moved", "new"])
def test_a_record_that_changes_is_read_again(editing: Running, change: str) -> None:
    file, moved, version = editing.root / CLAIM, CLAIM.replace("visitors", "guests"), editing.preview.version
    expected = {CLAIM}
    if change == "written":
        file.write_text(changed(file.read_text("utf-8"), "now puts visitors", "now puts guests"), "utf-8")
    elif change == "deleted":
        file.unlink()
    elif change == "moved":
        file.rename(editing.root / moved)
        expected = {CLAIM, moved}
    else:
        expected = {"claims/entities/spare.yml"}
        write(editing.root, {"claims/entities/spare.yml": "kind: topic\nname: {en: Spare, ko: 예비}\n"})
    told = set[str]()
    while not expected <= told:
        told |= editing.preview.told.get(timeout=HANG)
    assert told == expected
    assert editing.preview.version > version
    assert editing.renders.empty()


def until(running: Running, holds: Callable[[], bool]) -> None:
    """Wait for the preview to become as it should, however long it takes."""
    while True:
        version = str(running.preview.version)
        if holds():
            return
        assert running.preview.wait(version, HANG), "nothing changes any more"


def codes(running: Running) -> set[str]:
    return {problem.kind.code for problem in running.preview.problems}


def is_told(running: Running, *expected: str) -> bool:
    """The problems are these, and the page of a claim says so."""
    page = running.ask(f"{MOUNT}{PAGE}").content.decode()
    return codes(running) == {*expected} and all(code in page for code in expected)


def is_whole(running: Running) -> bool:
    """All pages are there, and nothing is told of."""
    page = running.ask(f"{MOUNT}{PAGE}")
    return not codes(running) and page.status == 200 and b"ca-problems" not in page.content


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("claims/2031/notes.txt", "E106"),
        ("claims/2031/2031-03-12-city-office-visitors.yml~", "E113"),
        ("claims/2031/.hidden.yml", "E106"),
        ("claims/more/x.yml", "E112"),
        ("claims/2031/deeper/x.yml", "E107"),
        ("claims/schema/own.json", "E902"),
    ],
)
def test_what_should_not_be_there_is_told_of_until_it_goes(editing: Running, path: str, code: str) -> None:
    file = editing.root / path
    write(editing.root, {path: "x"})
    until(editing, lambda: is_told(editing, code))
    file.unlink()
    if code in ("E112", "E107"):
        file.parent.rmdir()
    until(editing, lambda: is_whole(editing))
    assert editing.renders.empty()


def test_a_link_is_told_of_until_it_goes(editing: Running) -> None:
    link = editing.root / "claims/2031/2031-03-13-link.yml"
    link.symlink_to(editing.root / CLAIM)
    until(editing, lambda: "E107" in codes(editing))
    link.unlink()
    until(editing, lambda: is_whole(editing))


@pytest.mark.parametrize("name", [".x.yml.swp", ".#x.yml", ".DS_Store"])
def test_what_programs_keep_beside_records_is_passed_over(editing: Running, name: str) -> None:
    write(editing.root, {f"claims/2031/{name}": "x"})
    write(editing.root, {"claims/entities/spare.yml": "kind: topic\nname: {en: Spare, ko: 예비}\n"})
    until(editing, lambda: "W705" in codes(editing))
    assert codes(editing) == {"W705"}


@pytest.mark.parametrize("folder", ["claims/2031", "claims"])
def test_what_lies_in_a_folder_goes_and_comes_with_it(editing: Running, folder: str, tmp_path: Path) -> None:
    """Without any records there is no archive: what it was before is shown with what is wrong."""
    home, away = editing.root / folder, tmp_path / "away"
    for _ in range(2):
        home.rename(away)
        if folder == "claims":
            until(editing, lambda: is_told(editing, "E114"))
        else:
            until(editing, lambda: editing.ask(f"{MOUNT}{PAGE}").status == 404)
        away.rename(home)
        until(editing, lambda: is_whole(editing))
        editing_one = home / Path(CLAIM).relative_to(folder)
        text = editing_one.read_text("utf-8")
        editing_one.write_text(changed(text, "now puts visitors", "now puts guests"), "utf-8")
        until(editing, lambda: b"now puts guests" in editing.ask(f"{MOUNT}{PAGE}").content)
        editing_one.write_text(text, "utf-8")
        until(editing, lambda: b"now puts visitors" in editing.ask(f"{MOUNT}{PAGE}").content)


def test_a_folder_with_another_name_is_told_of(editing: Running) -> None:
    folder = editing.root / "claims/entities"
    folder.rename(folder.with_name("persons"))
    until(editing, lambda: "E112" in codes(editing))
    folder.with_name("persons").rename(folder)
    until(editing, lambda: is_whole(editing))


def test_many_files_that_change_at_once_are_all_read(editing: Running) -> None:
    """As when another branch is checked out."""
    repository.commit(editing.root)
    for file in (editing.root / "claims/2031").glob("*.yml"):
        file.write_text(file.read_text("utf-8").replace("now puts visitors", "now puts guests"), "utf-8")
    (editing.root / "claims/2031/2031-03-11-walkers-union-visitors.yml").unlink()
    until(editing, lambda: b"now puts guests" in editing.ask(f"{MOUNT}{PAGE}").content)
    repository.commit(editing.root)
    repository.git(editing.root, "checkout", "--quiet", "--detach", "HEAD~1")
    until(editing, lambda: is_whole(editing) and b"now puts visitors" in editing.ask(f"{MOUNT}{PAGE}").content)
    assert editing.ask(f"{MOUNT}en/claims/2031-03-11-walkers-union-visitors/").status == 200


def test_a_failure_while_something_is_read_is_told_of_and_ends_nothing(
    editing: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise LookupError("lost")

    with monkeypatch.context() as patch:
        patch.setattr(loader, "read_file", fail)
        (editing.root / CLAIM).touch()
        until(editing, lambda: b"LookupError: lost" in editing.ask(f"{MOUNT}{PAGE}").content)
    file = editing.root / CLAIM
    file.write_text(changed(file.read_text("utf-8"), "now puts visitors", "now puts guests"), "utf-8")
    until(editing, lambda: b"now puts guests" in editing.ask(f"{MOUNT}{PAGE}").content)
    editing.renders.get(timeout=HANG)  # all is looked at again


def test_a_failure_while_a_page_is_made_is_told_of_on_it(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object) -> None:
        raise LookupError("<lost>")

    with monkeypatch.context() as patch:
        patch.setattr(Contents, "content", fail)
        page = running.ask(f"{MOUNT}{PAGE}")
    assert (page.status, page.headers["Content-Type"]) == (500, "text/html; charset=utf-8")
    assert b"LookupError: &lt;lost&gt;" in page.content
    assert b"/-/preview.js" in page.content


def test_a_hand_written_page_that_changes_is_rendered_again(editing: Running) -> None:
    (editing.root / "content/en/about.md").write_text("# Another beginning\n", "utf-8")
    editing.renders.get(timeout=HANG)
    assert editing.preview.told.empty()


def test_a_file_that_is_only_looked_at_changes_nothing(editing: Running) -> None:
    (editing.root / CLAIM).read_bytes()
    (editing.root / "content/en/about.md").read_bytes()
    write(editing.root, {"claims/entities/spare.yml": "kind: topic\nname: {en: Spare, ko: 예비}\n"})
    assert editing.preview.told.get(timeout=HANG) == {"claims/entities/spare.yml"}
    assert editing.renders.empty()


def test_a_browser_is_opened_when_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    preview = Preview(copytree(golden.ARCHIVE, tmp_path / "archive"), SITE.languages)
    own = Server(tmp_path / "archive/mkdocs.yml", preview, ("127.0.0.1", 0), MOUNT, lambda: None)
    thread = threading.Thread(target=own.serve, kwargs={"open_in_browser": True})
    thread.start()
    own.shutdown()
    thread.join(HANG)
    assert opened == [own.url]
