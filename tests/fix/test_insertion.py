"""A value is put into a record, and nothing else about its file changes."""

import pytest

from site_builder.fix.insertion import with_source_values
from tests.records import CLAIM, CLAIM_FILE, changed

WAY = ("quotes", "en", "source")
DIGEST = f"sha256:{'0' * 64}"


def put(text: str, **values: str) -> str:
    found = with_source_values(text.encode(), CLAIM_FILE, WAY, values)
    assert found is not None
    return found.decode()


def test_a_new_key_stands_where_it_belongs() -> None:
    better = put(CLAIM, snapshot=DIGEST, accessed="2031-03-13")
    old = "      publisher: omber-daily\n"
    assert better == changed(CLAIM, old, f"{old}      accessed: 2031-03-13\n      snapshot: {DIGEST}\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "      # where\n      url: https://example.org/walk # the page\n      # who\n      publisher: omber-daily\n"
            "      # when\n      published: 2031-03-12  # at noon\n\n      # the end\n",
            "      # where\n      url: https://example.org/walk # the page\n      # who\n      publisher: omber-daily\n"
            "      # when\n      published: 2031-03-12  # at noon\n      snapshot: SNAP\n\n      # the end\n",
        ),
        (
            "      publisher: omber-daily\n      snapshot: 'x' # old\n      url: https://example.org/walk\n",
            '      publisher: omber-daily\n      snapshot: "SNAP" # old\n      url: https://example.org/walk\n',
        ),
        (
            "      url: https://example.org/walk\n      publisher: omber-daily\n      title: >-\n        Visitors\n"
            "        came\n",
            "      url: https://example.org/walk\n      publisher: omber-daily\n      title: >-\n        Visitors\n"
            "        came\n      snapshot: SNAP\n",
        ),
        (
            "      {publisher: omber-daily,\n       url: 'https://example.org/walk'} # short\n",
            "      {publisher: omber-daily, snapshot: SNAP,\n       url: 'https://example.org/walk'} # short\n",
        ),
        (
            "      {url: https://example.org/walk, publisher: omber-daily, snapshot: x }\n",
            "      {url: https://example.org/walk, publisher: omber-daily, snapshot: SNAP }\n",
        ),
    ],
)
def test_comments_and_forms_stay(old: str, new: str) -> None:
    source = "      url: https://example.org/walk\n      publisher: omber-daily\n"
    before, after = (changed(CLAIM, source, each.replace("SNAP", DIGEST)) for each in (old, new))
    assert put(before, snapshot=DIGEST) == after


def test_a_value_that_braces_would_break_is_quoted() -> None:
    source = "\n      url: https://example.org/walk\n      publisher: omber-daily\n"
    short = changed(CLAIM, source, " {url: https://example.org/walk, publisher: omber-daily}\n")
    copy = "https://web.archive.org/web/20310312000000/https://example.org/walk?a=[1,2]"
    assert f'publisher: omber-daily, archived: "{copy}"}}' in put(short, archived=copy)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_the_mark_at_the_beginning_stay(mark: bytes) -> None:
    data = mark + CLAIM.replace("\n", "\r\n").encode()
    found = with_source_values(data, CLAIM_FILE, WAY, {"snapshot": DIGEST})
    assert found and found.startswith(mark + b"title:\r\n")
    assert found.replace(f"      snapshot: {DIGEST}\r\n".encode(), b"") == data


@pytest.mark.parametrize(
    "text",
    [
        "title: [\n",
        changed(CLAIM, "    source:\n      url: https://example.org/walk\n      publisher: omber-daily\n", ""),
        changed(CLAIM, "\n      url: https://example.org/walk\n      publisher: omber-daily\n", " [a]\n"),
    ],
)
def test_a_record_without_a_place_for_it_is_left_as_it_is(text: str) -> None:
    assert with_source_values(text.encode(), CLAIM_FILE, WAY, {"snapshot": DIGEST}) is None
