"""The index of words: what is written is read, and a patch gives what a new index would."""

import json
from collections.abc import Iterator, Mapping
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.search import index as module
from site_builder.search.documents import LEVELS, Document
from site_builder.search.index import Index, indexed, patched
from site_builder.search.postings import decoded, encoded, gaps

NUMBERS = st.lists(st.integers(0, 3000), unique=True).map(sorted)
WORDS = [f"{a}{b}{c}" for a in "가나d~" for b in "각낙xy" for c in "abc1"]


@pytest.fixture(autouse=True, scope="module")
def small_shards() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_SIZE", 60)
        patch.setattr(module, "_ENDS", 30)
        patch.setattr(module, "_CUT", 7)
        yield


@st.composite
def documents(draw: st.DrawFn) -> Document:
    levels: list[list[str]] = [[] for _ in LEVELS]
    inner = []
    for word in sorted(draw(st.sets(st.sampled_from(WORDS), max_size=8))):
        levels[draw(st.integers(0, len(LEVELS) - 1))].append(word)
        if draw(st.booleans()):
            inner.append(word)
    return Document(tuple(levels), inner)


class Files(dict[str, bytes]):
    def write(self, name: str, data: bytes) -> None:
        self[name] = data


def shown(index: Index, files: Mapping[str, bytes]) -> dict[str, list[list[int]]]:
    """The claims of each word by level, as a browser would find them."""
    entries = [entry for shard in index.words for entry in json.loads(files[shard.digest]).items()]
    assert [word for word, _ in entries] == sorted((word for word, _ in entries), key=lambda w: w.encode("utf-16-be"))
    return {word: decoded(text, len(LEVELS)) for word, text in entries}


@given(st.tuples(*[NUMBERS] * len(LEVELS)))
def test_postings_are_read_as_they_were_written(postings: tuple[list[int], ...]) -> None:
    assert decoded(encoded(postings), len(LEVELS)) == list(postings)


def test_gaps_are_digits_of_five_bits() -> None:
    assert gaps([0]) == "B"
    assert gaps([31]) == "gB"  # 32: nothing in the lowest digit, one in the next
    assert encoded([[], [0], [], []]) == ",B"


@given(st.lists(documents(), max_size=12))
def test_each_word_leads_to_its_claims(listed: list[Document]) -> None:
    files = Files()
    found = shown(indexed(enumerate(listed), files.write), files)
    for number, document in enumerate(listed):
        for place, words in enumerate(document.levels):
            assert all(number in found[word][place] for word in words)
    assert sum(map(len, (n for levels in found.values() for n in levels))) == sum(
        len(words) for document in listed for words in document.levels
    )


@given(st.lists(documents(), max_size=12), st.randoms(use_true_random=False))
def test_the_order_in_which_claims_come_is_nothing_to_the_index(listed: list[Document], chance: Random) -> None:
    files = Files()
    numbered = list(enumerate(listed))
    in_order = indexed(numbered, files.write)
    chance.shuffle(numbered)
    assert indexed(numbered, files.write) == in_order


@given(st.lists(documents(), min_size=1, max_size=12), st.data())
def test_a_patch_gives_what_a_new_index_would(listed: list[Document], data: st.DataObject) -> None:
    files = Files()
    before = indexed(enumerate(listed), files.write)
    edited = data.draw(st.dictionaries(st.integers(0, len(listed) - 1), documents(), min_size=1))
    after = [edited.get(number, document) for number, document in enumerate(listed)]
    changes = [(number, listed[number], document) for number, document in edited.items()]
    assert patched(before, changes, files.__getitem__, files.write) == indexed(enumerate(after), files.write)


def test_slips_are_looked_for_among_whole_words_only() -> None:
    files = Files()
    document = Document((["1200", "~무너ᄌ", "등대섬", "대섬"], [], [], []), ["대섬"])
    index = indexed([(0, document)], files.write)
    assert [word for shard in index.ends for word in json.loads(files[shard.digest])] == ["등대섬"]


def test_larger_files_are_fewer_and_are_patched_as_such() -> None:
    files = Files()
    listed = [Document(([f"word{number}{other}" for other in range(60)], [], [], []), []) for number in range(40)]
    small, large = (indexed(enumerate(listed), files.write, share) for share in (1, 4))
    assert len(large.words) < len(small.words)
    after = [*listed[:-1], Document((["other"], [], [], []), [])]
    changes = [(39, listed[-1], after[-1])]
    assert patched(large, changes, files.__getitem__, files.write, 4) == indexed(enumerate(after), files.write, 4)
