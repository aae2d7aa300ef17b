from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.check import urls
from site_builder.model.addresses import normalised
from tests.check.examined import REPORT, examined, related, told, with_claim
from tests.records import CLAIM_FILE, altered, claim, context, found

HOST = "https://example.org"


def at_report(root: Path, code: str, url: str) -> dict[str, object]:
    """What is said of an address between quotation marks."""
    return dict(told(root, code, f"{REPORT}⊥{url}\n").values)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "https://example.org/",
        "http://example.org/a?b=c&d=%20#e",
        "HTTPS://Example.ORG/A",
        "https://example.org:8443/a",
        "https://example.org./a",
        "https://example.org/a'b(c)[d]{e}|f^g`h~i@j:k,l;m!n$o*p+q=r",
        "https://example.org/한글/경로",
        "https://한국.kr/",
        "https://xn--3e0b707e.kr/",
        "https://пример.org/",
        "https://сосна.рф/",
        "https://한국news.kr/",
        "https://bücher.example.org/",
        "https://8.8.8.8/a",
        "https://[2001:4860:4860::8888]/a",
        "https://example.org/" + "a" * (urls.MAX_LENGTH - 20),
    ],
)
def test_an_address_of_the_public_web_may_be_written(tmp_path: Path, url: str) -> None:
    assert examined(tmp_path, {CLAIM_FILE: f"{REPORT}'{url.replace(chr(39), chr(39) * 2)}'\n"}) == []


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        '"java\\tscript:alert(1)"',
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://example.org/a",
        "mailto:a@example.org",
        "ftp://example.org/a",
        "https:///a",
        "https://",
        "/a/b",
        "https://[::1/a",
        "https://example.org:port/",
        "https://example.org:99999/",
        "https://example.org\u2100/",
        "words",
    ],
)
def test_what_is_no_address_is_refused(tmp_path: Path, url: str) -> None:
    assert at_report(tmp_path, "E601", url) == {}


@pytest.mark.parametrize(
    ("url", "mended"),
    [
        ("//example.org/a", "https://example.org/a"),
        ("www.example.org/a", "https://www.example.org/a"),
        ("example.org", "https://example.org"),
        ("ttps://example.org/a", "https://example.org/a"),
        ("htps:/example.org/a", "https://example.org/a"),
        ("https:example.org/a", "https://example.org/a"),
        ('" https://example.org/a"', "https://example.org/a"),
        ('"https://example.org/a "', "https://example.org/a"),
        ('"\\u00a0https://example.org/a"', "https://example.org/a"),
        ('"https://exa\\tmple.org/a"', "https://example.org/a"),
    ],
)
def test_an_address_that_is_nearly_one_is_mended(tmp_path: Path, url: str, mended: str) -> None:
    assert at_report(tmp_path, "E601", url) == {"suggestion": mended}


@pytest.mark.parametrize(
    ("url", "mended"),
    [
        ("https://reader@example.org/a", "https://example.org/a"),
        ("https://reader:secret@example.org/a@b", "https://example.org/a@b"),
        ("https://example.com@example.org/", "https://example.org/"),
        ("https://a@b@example.org:80/", "https://example.org:80/"),
    ],
)
def test_an_address_holds_no_account(tmp_path: Path, url: str, mended: str) -> None:
    assert at_report(tmp_path, "E602", url) == {"suggestion": mended}


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST",
        "localhost.",
        "a.localhost",
        "printer",
        "printer.local",
        "wiki.internal",
        "nas.lan",
        "router.home.arpa",
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f.0.0.1",
        "0x7f000001",
        "0177.0.0.01",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.0.12",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "[::1]",
        "[fe80::1]",
        "[fd00::1]",
        "[::ffff:127.0.0.1]",
        "example..org",
    ],
)
@pytest.mark.parametrize("rest", ["", ":8000/a"])
def test_a_host_is_open_to_all(tmp_path: Path, host: str, rest: str) -> None:
    assert at_report(tmp_path, "E603", f"http://{host}{rest}") == {"host": host.strip("[]").lower()}


@pytest.mark.parametrize(
    ("url", "mended"),
    [
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("'https://example.org/?q=\"a\"'", "https://example.org/?q=%22a%22"),
        ("https://example.org/<script>", "https://example.org/%3Cscript%3E"),
        ("https://example.org/a\\b", "https://example.org/a%5Cb"),
        ('"https://example.org/a\\u3000b"', "https://example.org/a%E3%80%80b"),
    ],
)
def test_an_address_holds_nothing_that_breaks_it(tmp_path: Path, url: str, mended: str) -> None:
    assert at_report(tmp_path, "E604", url)["suggestion"] == mended


def test_an_address_is_not_too_long(tmp_path: Path) -> None:
    url = f"{HOST}/{'a' * (urls.MAX_LENGTH - len(HOST))}"
    assert "suggestion" not in at_report(tmp_path, "E604", url)


def test_an_address_holds_no_line_break(tmp_path: Path) -> None:
    at_report(tmp_path, "E312", '"https://example.org/a\\nb"')  # the model refuses it already


@pytest.mark.parametrize(
    ("host", "punycode"),
    [
        ("exаmple.org", "xn--exmple-4nf.org"),
        ("xn--exmple-4nf.org", "xn--exmple-4nf.org"),
        ("аррӏе.org", "xn--80ak6aa92e.org"),
        ("www.οmber.org", "www.xn--mber-znd.org"),
        ("ｅxample.org", "example.org"),
    ],
)
def test_a_host_does_not_pretend(tmp_path: Path, host: str, punycode: str) -> None:
    assert at_report(tmp_path, "E605", f"https://{host}/a") == {"host": host, "punycode": punycode}


@pytest.mark.parametrize(
    "archived",
    [
        "https://web.archive.org/web/20310313000000/https://example.org/b",
        "http://archive.org/web/20310313000000/http://www.example.org:80/b",
        "https://web.archive.org/web/20310313000000if_/https://example.org/b/#c",
        "https://arquivo.pt/wayback/20310313000000/https://example.org/b",
        "https://archive.ph/20310313000000/https://example.org/b",
        "https://archive.today/AbCdE",
        "https://archive.ph/AbCdE",
        "https://www.webcitation.org/AbCdE",
        "https://perma.cc/AB12-CD34",
    ],
)
def test_an_archived_copy_is_in_an_archive(tmp_path: Path, archived: str) -> None:
    assert examined(tmp_path, {CLAIM_FILE: f"{REPORT}{HOST}/b\n    archived: {archived}\n"}) == []


@pytest.mark.parametrize(
    "archived",
    [
        "https://example.net/copy",
        "https://web.archive.org.example.net/b",
        "https://myarchive.org/b",
        "https://archive.example.org/b",
    ],
)
def test_an_unknown_archive_is_none(tmp_path: Path, archived: str) -> None:
    told(tmp_path, "E606", f"{REPORT}{HOST}/b\n    archived: ⊥{archived}\n")


@pytest.mark.parametrize("archived", [f"{HOST}/b", f"{HOST}/b/", "http://EXAMPLE.org/b?utm_source=x#top"])
def test_a_source_is_no_copy_of_itself(tmp_path: Path, archived: str) -> None:
    problem = told(tmp_path, "E606", f"{REPORT}{HOST}/b\n    archived: ⊥{archived}\n")
    assert related(problem) == f"{CLAIM_FILE}:22:10"


def test_the_address_of_a_copy_is_an_address(tmp_path: Path) -> None:
    told(tmp_path, "E601", f"{REPORT}{HOST}/b\n    archived: ⊥javascript:alert(1)\n")


def test_the_source_of_a_quote_is_looked_at_too(tmp_path: Path) -> None:
    told(tmp_path, "E601", with_claim("https://example.org/walk", "⊥javascript:alert(1)"))


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://Example.org/A/", "example.org/A"),
        ("http://example.org/a#b", "example.org/a"),
        ("https://example.org/a?utm_source=b&id=1&fbclid=c", "example.org/a?id=1"),
        ("https://example.org/?gclid=c", "example.org"),
        ("https://example.org/a?id=1&page=2", "example.org/a?id=1&page=2"),
    ],
)
def test_addresses_are_compared_without_what_does_not_matter(url: str, same: str) -> None:
    assert normalised(url) == same


@given(st.text() | st.from_regex(r"https?://[\[\]@:./0-9a-zа-яㄱ-힣\-％]{1,30}", fullmatch=True))
def test_any_text_may_stand_for_an_address(url: str) -> None:
    source = altered(claim().sources[0], url=url, archived=url[::-1])
    archive = context(altered(claim(), reports=(source,)))
    assert {at for _, at, _ in found(urls.unfit_addresses(archive))} <= {"reports.0.url", "reports.0.archived"}


@pytest.mark.parametrize(
    "archived",
    [
        "https://web.archive.org/save/https://example.org/b",
        "https://web.archive.org/web/*/https://example.org/b",
        "https://web.archive.org/web/2031/https://example.org/b",
        "https://web.archive.org/",
        "http://archive.org/details/b",
        "https://web.archive.org/web/20310313000000/https://example.org/c",
        "https://archive.ph/20310313000000/https://example.net/b",
    ],
)
def test_an_address_of_an_archive_that_is_no_copy_of_the_page_is_told_of(tmp_path: Path, archived: str) -> None:
    told(tmp_path, "E606", f"{REPORT}{HOST}/b\n    archived: ⊥{archived}\n")
