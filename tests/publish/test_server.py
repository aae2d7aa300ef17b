"""The preview over HTTP: what is answered, and what browsers and the preview are told of."""

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from queue import Queue
from shutil import copytree
from urllib.parse import urlsplit

import pytest

from site_builder.engine.project import OURS
from site_builder.publish import server
from site_builder.publish.preview import Preview
from site_builder.publish.server import Server
from tests import bare_engine, golden
from tests.libraries import SITE
from tests.records import changed, write

MOUNT = "/some/path/"
CLAIM = "claims/2031/2031-03-12-city-office-visitors.yml"
PAGE = "en/claims/2031-03-12-city-office-visitors/"
ICON = (OURS / "assets/icon.svg").read_bytes()
CHANGE = b"event: change\ndata:\n\n"
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
    headers: Mapping[str, str]
    content: bytes


class Running:
    """A server at work, with what it was asked to render."""

    def __init__(self, root: Path, rendered: Path) -> None:
        self.root = root.resolve()
        self.preview = Watched(root)
        self.preview.show(bare_engine.rendered(rendered))
        self.renders: Queue[None] = Queue()
        self.server = Server(root, self.preview, ("127.0.0.1", 0), MOUNT, lambda: self.renders.put(None))
        self.server.watch(str(root / "content"))

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
    ],
)
def test_a_file_is_sent_as_it_is(running: Running, path: str, kind: str | None, content: bytes) -> None:
    file = running.ask(MOUNT + path)
    assert (file.status, file.content) == (200, content)
    assert kind in (None, file.headers["Content-Type"])


@pytest.mark.parametrize(
    "path",
    ["x", "en/nowhere/", "../mkdocs.yml", "%2e%2e/mkdocs.yml", "..%2fmkdocs.yml", "en/../../mkdocs.yml", "%00", "%ff"],
)
def test_what_is_not_there_is_said_to_be_not_there(running: Running, path: str) -> None:
    page = running.ask(MOUNT + path)
    assert (page.status, page.headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert b"Page not found" in page.content
    assert b"site_name" not in page.content


@pytest.mark.parametrize("path", ["/", "/favicon.ico", "/some", "/some/path", "/elsewhere/", "/-/nothing"])
def test_outside_the_site_a_browser_is_led_into_it(running: Running, path: str) -> None:
    led = running.ask(path)
    assert (led.status, led.headers["Location"], led.content) == (302, MOUNT, b"")


@pytest.mark.parametrize("method", ["HEAD", "POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_but_asking_for_a_page_is_answered(running: Running, method: str) -> None:
    assert running.ask(MOUNT, method).status == 501


def test_several_answers_come_over_one_connection(running: Running) -> None:
    with running.connect() as connection:
        for path, status in (("/-/preview.js", 200), (f"{MOUNT}nowhere", 404), ("/", 302), (MOUNT, 200)):
            assert answer(connection, path).status == status


def test_the_script_of_a_page_is_sent(running: Running) -> None:
    script = running.ask("/-/preview.js")
    assert (script.status, script.headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert b"/-/changes?" in script.content


@pytest.mark.parametrize("version", ["0", "999", "", "x", "-1", "1.0", "%C2%B2"])
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


def test_files_that_are_no_records_are_not_read(editing: Running) -> None:
    """Editors keep copies beside what they edit. What is read last tells that the others were passed over."""
    for name in (".2031-03-12-city-office-visitors.yml.swp", ".hidden.yml", "notes.txt", "visitors.yml~", "4913"):
        write(editing.root, {f"claims/2031/{name}": "x"})
    write(editing.root, {"claims/entities/spare.yml": "kind: topic\nname: {en: Spare, ko: 예비}\n"})
    assert editing.preview.told.get(timeout=HANG) == {"claims/entities/spare.yml"}
    assert editing.renders.empty()


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
    own = Server(tmp_path / "archive", preview, ("127.0.0.1", 0), MOUNT, lambda: None)
    thread = threading.Thread(target=own.serve, kwargs={"open_in_browser": True})
    thread.start()
    own.shutdown()
    thread.join(HANG)
    assert opened == [own.url]
