"""Pages are visited within limits, whatever their hosts do, and what came of it is told."""

import gzip
import os
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from site_builder.runtime import confined
from site_builder.sources.addresses import Guard
from site_builder.sources.fetch import ask
from site_builder.sources.troubles import TROUBLES, Trouble
from site_builder.sources.visit import Visit, Visitor
from tests.sources.hosts import PAGE, TEXT, Host, Reply, answer, for_ever, host, leading_to

_SOON = 2.0
"""Seconds for a visit that is to be ended: if they are too few to begin it, that comes to the same."""
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
_MANY = b"".join(b"X-%d: y\r\n" % number for number in range(100_000))


def visit(running: Host, path: str = "/page", seconds: float = 60.0) -> Visit:
    return Visitor(loopback_port=running.port, seconds=seconds, sleep=lambda pause: None).visit(running.url + path)


@pytest.fixture
def omber() -> Iterator[Host]:
    with host(page=answer()) as running:
        yield running


def test_a_page_is_read_with_all_that_is_known_of_it(omber: Host) -> None:
    omber.replies["/page"] = answer(headers={"ETag": '"1"', "Last-Modified": "Wed, 12 Mar 2031 09:00:00 GMT"})
    omber.replies["/short"] = leading_to("/page", 301)
    found = visit(omber, "/short")
    assert (found.text, found.main_text, found.title, found.why) == (TEXT, TEXT, "Omber Daily", None)
    about = dict(found.about)
    assert about.pop("time")
    assert str(about.pop("extractor")).startswith("resiliparse ")
    assert str(about.pop("bytes")).startswith("sha256:")
    assert about == {
        "url": f"{omber.url}/short",
        "landed": f"{omber.url}/page",
        "hops": [[f"{omber.url}/short", 301], [f"{omber.url}/page", 200]],
        "status": 200,
        "content-type": "text/html; charset=utf-8",
        "etag": '"1"',
        "last-modified": "Wed, 12 Mar 2031 09:00:00 GMT",
        "charset": "utf-8",
        "size": len(PAGE),
        "title": "Omber Daily",
    }


def test_hosts_are_told_who_asks_and_nothing_else(omber: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9/")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    Visitor("https://archive.example/", loopback_port=omber.port).visit(f"{omber.url}/page")
    headers = omber.requests[-1].headers
    assert headers.pop("user-agent").startswith("claim-archive")
    assert sorted(headers) == ["accept", "accept-encoding", "connection", "host"]
    assert "(+https://archive.example/)" in omber.requests[0].headers["user-agent"]


@pytest.mark.parametrize(
    ("status", "kind", "why"),
    [
        (401, "login", "paywall"),
        (402, "login", "paywall"),
        (403, "forbidden", "refused"),
        (429, "forbidden", "refused"),
        (451, "forbidden", "refused"),
        (400, "forbidden", "refused"),
        (404, "gone", "gone"),
        (410, "gone", "gone"),
        (500, "failing", "unreachable"),
        (503, "failing", "unreachable"),
        (204, "failing", "unreachable"),
        (304, "failing", "unreachable"),
    ],
)
def test_a_status_says_why_there_is_no_text(status: int, kind: str, why: str, omber: Host) -> None:
    omber.replies["/page"] = answer(status=status)
    found = visit(omber)
    assert (found.trouble and found.trouble.kind, found.why, found.text) == (kind, why, "")


@pytest.mark.parametrize(
    ("location", "kind"),
    [
        ("http://127.0.0.1/", "private"),
        ("http://localhost/", "private"),
        ("http://10.0.0.1/", "private"),
        ("http://169.254.169.254/latest/meta-data/", "private"),
        ("http://[::1]/", "private"),
        ("http://[::ffff:127.0.0.1]/", "private"),
        ("http://[64:ff9b::7f00:1]/", "private"),
        ("http://0.0.0.0/", "private"),
        ("file:///etc/passwd", "scheme"),
        ("gopher://omber.example/", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("http://me:secret@omber.example/", "credentials"),
        ("http://127.0.0.1:22/", "port"),
        ("http://[", "address"),
    ],
)
def test_nobody_is_led_out_of_the_public_net(location: str, kind: str, omber: Host) -> None:
    omber.replies["/page"] = leading_to(location)
    found = visit(omber)
    assert (found.trouble and found.trouble.kind, found.text) == (kind, "")


@pytest.mark.parametrize(("location", "kind"), [("http://169.254.169.254/", "private"), ("file:///etc", "scheme")])
def test_nobody_is_led_out_by_a_page_or_by_rules_for_programs(location: str, kind: str, omber: Host) -> None:
    omber.replies["/page"] = answer(f'<meta http-equiv="refresh" content="0; url={location}">')
    of_page = visit(omber)
    omber.replies["/robots.txt"] = leading_to(location)
    of_rules = visit(omber)
    assert [found.trouble and found.trouble.kind for found in (of_page, of_rules)] == [kind, kind]


def test_what_another_port_of_this_machine_has_is_not_read(omber: Host) -> None:
    with host(page=answer("<p>secret</p>")) as other:
        omber.replies["/page"] = leading_to(f"{other.url}/page")
        assert visit(omber).why == "refused"
        assert not other.requests


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_five_hops_are_followed_and_no_more(status: int, omber: Host) -> None:
    for number in range(6):
        omber.replies[f"/{number}"] = leading_to(f"/{number + 1}" if number < 5 else "/page", status)
    assert visit(omber, "/1").text == TEXT
    found = visit(omber, "/0")
    assert (found.trouble and found.trouble.kind, found.why) == ("hops", "unreachable")


@pytest.mark.parametrize(
    "page", [leading_to("/page"), answer('<meta http-equiv=refresh content="0;url=/other">'), leading_to("/other")]
)
def test_circles_end(page: bytes, omber: Host) -> None:
    omber.replies |= {"/page": page, "/other": leading_to("/page")}
    assert visit(omber).why == "unreachable"
    assert len(omber.asked()) <= 6


def test_a_page_that_leads_on_by_itself_is_followed(omber: Host) -> None:
    omber.replies["/old"] = answer('<meta http-equiv="Refresh" content="1; URL=\'/page\'"><p>We moved.</p>')
    assert visit(omber, "/old").text == TEXT


def test_an_article_that_is_shown_anew_every_minute_is_read_as_it_is(omber: Host) -> None:
    omber.replies["/page"] = answer(f'<meta http-equiv="refresh" content="60; url=/front">{PAGE}')
    assert visit(omber).text == TEXT


@pytest.mark.parametrize(
    ("landed", "kind"),
    [
        ("/", "front-page"),
        ("/index.html", "front-page"),
        ("/ko/", "front-page"),
        ("/main", "front-page"),
        ("/consent?to=walk", "consent"),
        ("/news/2", None),
    ],
)
def test_where_an_address_landed_may_say_that_the_page_is_gone(landed: str, kind: str | None, omber: Host) -> None:
    omber.replies |= {"/news/1": leading_to(landed), landed: answer()}
    found = visit(omber, "/news/1")
    assert (found.trouble.kind if found.trouble else None) == kind


def test_the_front_page_itself_is_a_page(omber: Host) -> None:
    omber.replies["/"] = answer()
    assert visit(omber, "/").text == TEXT


def bomb() -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    data = b"".join(packer.compress(bytes(1_000_000)) for _ in range(200)) + packer.flush()
    return answer(data, headers={"Content-Encoding": "gzip"})


MISBEHAVIOUR: dict[str, tuple[Reply, float, set[str]]] = {
    "a gzip bomb": (bomb(), 60.0, {"large"}),
    "an endless body": (for_ever(_HEAD + b"\r\n", b"<p>and so on</p>" * 4096), 60.0, {"large"}),
    "endless chunks": (
        for_ever(_HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"4000\r\n" + b"x" * 0x4000 + b"\r\n"),
        60.0,
        {"large"},
    ),
    "a large page": (answer("<p>lantern</p>" * 400_000), 60.0, {"large"}),
    "a slow body": (for_ever(_HEAD + b"\r\n", b"x", 0.1), _SOON, {"time"}),
    "a slow line of the head": (for_ever(_HEAD + b"X-Slow: ", b"x", 0.1), _SOON, {"time"}),
    "a slow status": (for_ever(b"HTTP/1.1 2", b"0", 0.1), _SOON, {"time"}),
    "endless heads before the answer": (for_ever(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.01), _SOON, {"time"}),
    "nothing at all": (for_ever(b"", b"", 0.1), _SOON, {"time"}),
    "an endless head": (for_ever(_HEAD, b"X: y\r\n" * 100), 60.0, {"cut-off"}),
    "100,000 headers": (_HEAD + _MANY + b"\r\n<p>x</p>", 60.0, {"cut-off"}),
    "a header of 1 MB": (_HEAD + b"X: " + b"y" * 1_000_000 + b"\r\n\r\n<p>x</p>", 60.0, {"cut-off"}),
    "more promised than sent": (_HEAD + b"Content-Length: 5000\r\n\r\n<p>They lit</p>", 60.0, {"cut-off"}),
    "a chunk broken off": (_HEAD + b"Transfer-Encoding: chunked\r\n\r\nff\r\n<p>They", 60.0, {"cut-off"}),
    "gzip that is none": (answer("<p>x</p>", headers={"Content-Encoding": "gzip"}), 60.0, {"cut-off"}),
    "no answer of the web": (b"SSH-2.0-OpenSSH\r\n", 60.0, {"cut-off"}),
    "an end at once": (b"", 60.0, {"cut-off", "unanswered"}),
    "110,000 attributes": (
        answer("<div " + " ".join(f"a{number}=1" for number in range(110_000)) + ">" + PAGE),
        _SOON,
        {"complex", "time"},
    ),
}


@pytest.mark.parametrize("name", MISBEHAVIOUR)
def test_a_host_that_misbehaves_is_left_in_time(name: str, omber: Host) -> None:
    reply, seconds, kinds = MISBEHAVIOUR[name]
    omber.replies["/page"] = reply
    found = visit(omber, seconds=seconds)
    assert found.trouble and found.trouble.kind in kinds
    assert (found.text, found.why) == ("", TROUBLES[found.trouble.kind][0])


def test_a_page_nested_too_deep_for_its_main_part_is_read(omber: Host) -> None:
    omber.replies["/page"] = answer("<div>" * 90_000 + "They lit lanterns on the evening of the walk.")
    found = visit(omber, seconds=6.0)
    # On a slow machine the time may be over before all of its text is there.
    assert found.text == "They lit lanterns on the evening of the walk.\n" or (
        found.trouble and found.trouble.kind in ("complex", "time")
    )


@pytest.mark.parametrize("length", [b"20", b"0"])
def test_of_a_page_longer_than_it_says_only_what_it_says_is_read(length: bytes, omber: Host) -> None:
    omber.replies["/page"] = _HEAD + b"Content-Length: " + length + b"\r\n\r\n" + PAGE.encode()
    assert "lit" not in visit(omber).text


@pytest.mark.parametrize("data", [gzip.compress(PAGE.encode())])
def test_a_packed_page_is_unpacked(data: bytes, omber: Host) -> None:
    omber.replies["/page"] = answer(data, headers={"Content-Encoding": "gzip"})
    assert visit(omber).text == TEXT


@pytest.mark.parametrize(
    ("content_type", "body", "named"),
    [
        ("application/pdf", b"%PDF-1.7", "application/pdf"),
        ("text/html", b"%PDF-1.7", "PDF"),
        ("", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "HWP, DOC"),
        ("application/x-hwp", b"HWP Document File V3.00", "application/x-hwp"),
        ("image/png", b"\x89PNG", "image/png"),
        ("video/mp4", b"", "video/mp4"),
        ("application/json", b"{}", "application/json"),
    ],
)
def test_what_is_no_text_is_told_by_its_format(content_type: str, body: bytes, named: str, omber: Host) -> None:
    omber.replies["/page"] = answer(body, content_type)
    found = visit(omber)
    assert (found.why, found.trouble and found.trouble.detail) == ("format", named)


def test_a_plain_text_is_one(omber: Host) -> None:
    omber.replies["/page"] = answer("They lit <all> lanterns.\n\nAll of them.", "text/plain")
    assert visit(omber).text == "They lit <all> lanterns.\nAll of them.\n"


def test_the_pages_of_a_frameset_are_its_text(omber: Host) -> None:
    omber.replies["/page"] = answer('<frameset><frame src="menu"><frame src="/article"></frameset>')
    omber.replies |= {"/menu": answer("<p>Menu</p>"), "/article": answer()}
    assert visit(omber).text == f"Menu\n{TEXT}"


# robots.txt


@pytest.mark.parametrize(
    ("rules", "kind"),
    [
        (answer("User-agent: *\nDisallow: /page", "text/plain"), "robots"),
        (answer("User-agent: claim-archive\nDisallow: /*ge$", "text/plain"), "robots"),
        (answer("User-agent: *\nDisallow: /\nUser-agent: claim-archive\nAllow: /", "text/plain"), None),
        (answer("User-agent: other\nDisallow: /", "text/plain"), None),
        (answer("", status=403), None),
        (answer("", status=404), None),
        (answer("", status=503), "robots-unreachable"),
        (leading_to("/rules"), "robots"),
        (leading_to("/robots.txt"), None),
        (answer(b"\xff\xfe\0" * 1000, "text/plain"), None),
        (answer("# long\n" * 100_000 + "User-agent: *\nDisallow: /", "text/plain"), None),
        (for_ever(_HEAD + b"\r\n", b"# and so on\n" * 4096), None),
        (for_ever(_HEAD + b"X-Slow: ", b"x", 0.1), "time"),
    ],
)
def test_robots_txt_is_heeded(rules: Reply, kind: str | None, omber: Host) -> None:
    omber.replies |= {"/robots.txt": rules, "/rules": answer("User-agent: *\nDisallow: /", "text/plain")}
    found = visit(omber, seconds=_SOON if kind == "time" else 60.0)
    assert (found.trouble.kind if found.trouble else None) == kind
    assert bool(omber.asked()) is (kind is None or omber.replies["/robots.txt"] == leading_to("/rules"))


def test_a_hop_is_asked_for_only_where_its_rules_let_programs_go(omber: Host) -> None:
    omber.replies |= {
        "/robots.txt": answer("User-agent: *\nDisallow: /private", "text/plain"),
        "/page": leading_to("/private"),
        "/private": answer(),
    }
    assert visit(omber).why == "robots"
    assert omber.asked() == ["/page"]


def test_a_host_is_asked_for_its_rules_once_and_visited_as_seldom_as_it_wants(omber: Host) -> None:
    omber.replies["/robots.txt"] = answer("User-agent: *\nCrawl-delay: 30", "text/plain")
    pauses: list[float] = []
    visitor = Visitor(loopback_port=omber.port, sleep=pauses.append)
    assert [visitor.visit(f"{omber.url}/page").text for _ in range(2)] == [TEXT, TEXT]
    assert [request.path for request in omber.requests] == ["/robots.txt", "/page", "/page"]
    assert len(pauses) == 1
    assert pauses[0] <= 30


def test_nobody_waits_for_a_host_that_wants_hours(omber: Host) -> None:
    omber.replies["/robots.txt"] = answer("User-agent: *\nCrawl-delay: 86400", "text/plain")
    visitor = Visitor(loopback_port=omber.port)
    assert visitor.visit(f"{omber.url}/page").text == TEXT
    later = visitor.visit(f"{omber.url}/page")
    assert (later.trouble and later.trouble.kind, len(omber.asked())) == ("delay", 1)


# Names that change their numbers, and the process itself


def test_a_name_is_resolved_once_and_what_was_checked_is_asked(omber: Host) -> None:
    numbers = iter([["127.0.0.1"], ["10.0.0.1"]])
    guard = Guard(omber.port, lambda name, port: next(numbers))
    target = guard.target(f"http://omber.example:{omber.port}/page")
    assert ask(target, guard, {}).status == 200
    assert omber.requests[0].headers["host"] == f"omber.example:{omber.port}"
    with pytest.raises(Trouble) as refused:
        ask(target, guard, {})
    assert refused.value.kind == "private"
    assert len(omber.requests) == 1


CERTIFICATE = Path(__file__).with_name("omber.example.pem")
"""Of omber.example, by nobody but itself, with its key."""


@pytest.mark.parametrize(
    ("name", "is_trusted", "kind"),
    [("omber.example", True, None), ("other.example", True, "certificate"), ("omber.example", False, "certificate")],
)
def test_a_host_has_to_prove_the_name_that_was_asked_for(
    name: str, is_trusted: bool, kind: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if is_trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with host(CERTIFICATE, page=answer()) as running:
        guard = Guard(running.port, lambda name, port: ["127.0.0.1"])
        target = guard.target(f"https://{name}:{running.port}/page")
        if kind is None:
            assert ask(target, guard, {}).status == 200
        else:
            with pytest.raises(Trouble) as refused:
                ask(target, guard, {})
            assert refused.value.kind == kind
        assert ("/page" in running.asked()) is (kind is None)


def test_a_host_that_does_not_listen() -> None:
    with host() as gone:
        pass
    found = Visitor(loopback_port=gone.port).visit(f"{gone.url}/page")
    assert (found.trouble and found.trouble.kind, found.why) == ("unanswered", "unreachable")


def test_a_process_that_takes_too_long_is_gone(omber: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []

    class Told(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **more: Any) -> None:
            super().__init__(*arguments, **more)
            started.append(self.pid)

    monkeypatch.setattr(subprocess, "Popen", Told)
    omber.replies["/page"] = for_ever(_HEAD, b"", 0.1)
    assert visit(omber, seconds=_SOON).why == "unreachable"
    with pytest.raises(ProcessLookupError):
        os.kill(started[0], 0)


def test_the_process_knows_no_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "teller.py").write_text(
        "import os, sys\nfrom site_builder.runtime import confined\n"
        "confined.serve(lambda request: [{'environment': sorted(os.environ), 'folder': os.getcwd()}])\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("WAYBACK_SECRET_KEY", "secret")
    monkeypatch.setenv("GITHUB_TOKEN", "secret")
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9/")
    lines, end = confined.run("teller", {}, 60.0)
    assert end == "done"
    environment = lines[0]["environment"]
    assert isinstance(environment, list)
    assert {"PYTHONPATH", "TMPDIR"} <= set(environment)
    assert not [name for name in environment if "KEY" in name or "TOKEN" in name or "PROXY" in name]


def test_the_process_gets_no_more_memory_than_a_page_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "eater.py").write_text(
        "from site_builder.runtime import confined\n"
        "def work(request):\n    yield {'begun': True}\n    bytes(2 << 30)\n    yield {'eaten': True}\n"
        "confined.serve(work)\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    assert confined.run("eater", {}, 60.0) == ([{"begun": True}], "died")
