"""Only the public web is asked: by whatever name or number something else is called."""

import ipaddress

import pytest

from site_builder.sources.addresses import Guard, following, from_header, is_public
from site_builder.sources.troubles import Trouble

PRIVATE = [
    "0.0.0.0",
    "0.0.0.1",
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.0.170",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.1.1.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:93.184.215.14",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:0:53aa:64c::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:a00:1::1",
    "3fff::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "ff02::1",
]
PUBLIC = [
    "93.184.215.14",
    "8.8.8.8",
    "172.32.0.1",
    "100.128.0.1",
    "2606:2800:21f:cb07::1",
    "2a00::1",
    "64:ff9b::5db8:d70e",
]


@pytest.mark.parametrize(("number", "expected"), [(n, False) for n in PRIVATE] + [(n, True) for n in PUBLIC])
def test_a_number_is_public_or_not(number: str, expected: bool) -> None:
    assert is_public(ipaddress.ip_address(number)) is expected


@pytest.mark.parametrize("numbers", [[number] for number in PRIVATE] + [["93.184.215.14", "10.0.0.1"]])
def test_a_name_for_anything_that_is_not_public_is_refused(numbers: list[str]) -> None:
    guard = Guard(resolve=lambda host, port: numbers)
    with pytest.raises(Trouble) as refused:
        guard.addresses(guard.target("https://omber.example/"))
    assert (refused.value.kind, refused.value.why) == ("private", "refused")


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "127.1", "0", "[::1]", "[::ffff:127.0.0.1]"],
)
def test_this_machine_is_refused_however_its_number_is_written(host: str) -> None:
    guard = Guard()
    with pytest.raises(Trouble) as refused:
        guard.addresses(guard.target(f"http://{host}/"))
    assert refused.value.kind in ("private", "unknown-name")  # as the system reads such numbers, or does not


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("file:///etc/passwd", "scheme"),
        ("ftp://omber.example/", "scheme"),
        ("gopher://omber.example/", "scheme"),
        ("//omber.example/", "scheme"),
        ("", "scheme"),
        ("http://me:secret@omber.example/", "credentials"),
        ("http://omber.example@10.0.0.1/", "credentials"),
        ("http://omber.example:8080/", "port"),
        ("http://omber.example:22/", "port"),
        ("http://omber.example:99999/", "address"),
        ("http:///walk", "address"),
        ("http://omber example/", "address"),
        ("http://omber.example\\.evil.example/", "address"),
        ("http://[::1/", "address"),
        ("http://omber%2eexample/", "address"),
    ],
)
def test_an_address_that_may_not_be_asked_for_is_refused(url: str, kind: str) -> None:
    with pytest.raises(Trouble) as refused:
        Guard().target(url)
    assert refused.value.kind == kind


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("https://Omber.Example", ("omber.example", 443, "/")),
        ("http://omber.example:443/a?b=c#d", ("omber.example", 443, "/a?b=c")),
        ("https://옴버.example/등불", ("xn--hk3b50p.example", 443, "/%EB%93%B1%EB%B6%88")),
        ("https://omber.example/%EB%93%B1?q=a b", ("omber.example", 443, "/%EB%93%B1?q=a%20b")),
    ],
)
def test_an_address_is_taken_apart(url: str, asked: tuple[str, int, str]) -> None:
    target = Guard().target(url)
    assert (target.host, target.port, target.path) == asked


def test_the_tests_may_ask_one_port_of_this_machine_and_nothing_else_there() -> None:
    guard = Guard(loopback_port=8123)
    assert guard.addresses(guard.target("http://127.0.0.1:8123/")) == ["127.0.0.1"]
    for url in ("http://127.0.0.1:8124/", "http://127.0.0.1/", "https://127.0.0.1/"):
        with pytest.raises(Trouble):
            guard.addresses(guard.target(url))
    away = Guard(8123, lambda host, port: ["93.184.215.14"])
    with pytest.raises(Trouble):
        away.addresses(away.target("http://omber.example:8123/"))


@pytest.mark.parametrize("failure", [OSError, UnicodeError])
def test_a_name_that_nobody_knows(failure: type[Exception]) -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise failure

    guard = Guard(resolve=resolve)
    with pytest.raises(Trouble) as unknown:
        guard.addresses(guard.target("https://omber.example/"))
    assert (unknown.value.kind, unknown.value.detail) == ("unknown-name", "omber.example")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("/b?c#d", "https://omber.example/b?c"),
        ("//other.example/", "https://other.example/"),
        ("/등불".encode().decode("latin-1"), "https://omber.example/등불"),
        ("/등불".encode("cp949").decode("latin-1"), "https://omber.example/%B5%EE%BA%D2"),
    ],
)
def test_addresses_lead_on(header: str, expected: str) -> None:
    assert following("https://omber.example/a", from_header(header)) == expected
