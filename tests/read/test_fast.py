"""The fast way to a record says what the tree says, or nothing."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_builder.read import fast, yaml_tree
from site_builder.read.reader import FileResult, from_line, read, read_fast, read_tree
from tests.records import ARCHIVE, CLAIM, CLAIM_FILE, ENTITY, ENTITY_FILE, SERIES, SERIES_FILE, changed, titled

NOTES = f'{CLAIM}notes:\n  en: "Two\\nparagraphs: \\"a\\", # one"\n  ko: |\n    두 문단\n'
TIMED = changed(CLAIM, "said: 2031-03-12", "said: 2031-03-12T14:30+09:00")
DIRECT = changed(CLAIM, "people came\n", "people came\n    speech: direct\n")
KNOWN = {CLAIM_FILE: CLAIM, ENTITY_FILE: ENTITY, SERIES_FILE: SERIES}
PIECES = [
    *"&*!#|>-?:,[]{}'\"%@`~ \n\t\\",
    *("<<: ", "&a ", "*a ", "!!str ", " #", ": ", "- ", "---\n", "...\n", "%YAML 1.1\n---\n", '"\\0"', '"\\u202e"'),
    *(
        "id: x\n",
        "title: again\n",
        "''",
        "null",
        "NO",
        "12:30",
        "  ",
        "2031-03-11",
        "T14:30+09:00",
        "speech: direct\n",
        "city-office",
        "가",
        "e\u0301",
    ),
]


def fast_way(text: str, file: str) -> FileResult | None:
    """What reading a text the fast way gives."""
    line = read_fast(text.encode(), file)
    return from_line(line) if line else None


@pytest.mark.parametrize(
    ("file", "text"),
    [*ARCHIVE.items(), (CLAIM_FILE, NOTES.replace(", # one", "")), (CLAIM_FILE, TIMED), (CLAIM_FILE, DIRECT)],
)
def test_a_whole_record_is_read_the_fast_way(file: str, text: str) -> None:
    assert fast.values(text) == yaml_tree.data(yaml_tree.parse(text, file)[0] or pytest.fail("no tree"))
    found = fast_way(text, file)
    assert found
    assert found == read_tree(text.encode(), file) == read(text.encode(), file)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (CLAIM_FILE, titled("City Office counts # about 1,200")),
        (CLAIM_FILE, NOTES),
        (CLAIM_FILE, titled('"\\u0007 bell"')),
        (CLAIM_FILE, changed(CLAIM, "2031-03-12\n", "2031-03-13\n")),
        (CLAIM_FILE, changed(CLAIM, "2031-03-12\n", "2031-03-13T14:30Z\n")),
        (CLAIM_FILE, changed(CLAIM, "2031-03-12\n", "2031-03-12T14:30\n")),
        (CLAIM_FILE.replace("/2031/", "/2030/"), CLAIM),
        (CLAIM_FILE.replace("city-office", "City"), CLAIM),
        (CLAIM_FILE, f"{CLAIM}id: 2031-03-12-city-office-visitors\n"),
        (CLAIM_FILE, f"{CLAIM}revises:\n"),
        (CLAIM_FILE, f"%YAML 1.1\n---\n{CLAIM}"),
        (CLAIM_FILE, f"{CLAIM}---\n"),
        (CLAIM_FILE, ""),
        (CLAIM_FILE, "[a, b]\n"),
        (CLAIM_FILE, "a: " + "[" * yaml_tree.MAX_DEPTH),
        (CLAIM_FILE, "a: [" + "b, " * yaml_tree.MAX_NODES + "b]\n"),
    ],
)
def test_a_doubtful_one_is_read_as_a_tree(file: str, text: str) -> None:
    assert fast_way(text, file) is None
    assert read(text.encode(), file) == read_tree(text.encode(), file)


@settings(max_examples=400)
@given(
    file=st.sampled_from(sorted(KNOWN)),
    places=st.lists(
        st.tuples(st.integers(0, 600), st.integers(0, 12), st.sampled_from(PIECES)), min_size=1, max_size=3
    ),
)
@example(file=CLAIM_FILE, places=[(0, 0, "title: again\n")])
def test_both_ways_agree(file: str, places: list[tuple[int, int, str]]) -> None:
    text = KNOWN[file]
    for start, length, piece in places:
        start %= len(text) + 1
        text = text[:start] + piece + text[start + length :]
    assert read(text.encode(), file) == read_tree(text.encode(), file)


@given(st.from_regex(r"2031-03-(12|13)([T ]?[0-2][0-9]:?[0-6][0-9])?(Z|[+-][01][0-9]:[0-6][0-9])?~?", fullmatch=True))
def test_both_ways_agree_on_times_of_the_day(said: str) -> None:
    text = changed(CLAIM, "said: 2031-03-12", f"said: {said}")
    found = fast_way(text, CLAIM_FILE)
    assert found == (read_tree(text.encode(), CLAIM_FILE) if found else None)
    assert (found is None) == bool(read(text.encode(), CLAIM_FILE).problems)
