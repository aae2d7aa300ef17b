"""Pieces that are compressed each on its own make one file that every program can open."""

import gzip
import random
import zlib
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from site_builder.outputs.gzip_member import member, piece

LINES = b"".join(b'{"id":"2031-03-12-walk-%d","said":"2031-03-12"},\n' % number for number in range(4000))


@given(st.lists(st.binary() | st.integers(0, len(LINES)).map(lambda length: LINES[:length])))
def test_the_file_holds_all_pieces_in_their_order(pieces: Sequence[bytes]) -> None:
    whole = b"".join(pieces)
    packed = member(map(piece, pieces))
    assert gzip.decompress(packed) == whole
    stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
    assert stream.decompress(packed) == whole
    assert (stream.eof, stream.unused_data) == (True, b"")  # one member, as browsers want it


@given(st.lists(st.integers(1, len(LINES)).map(lambda length: LINES[-length:]), min_size=1))
def test_a_piece_that_follows_another_refers_to_it(pieces: Sequence[bytes]) -> None:
    packed = member([piece(pieces[0]), *(piece(data, before) for before, data in pairwise(pieces))])
    assert gzip.decompress(packed) == b"".join(pieces)


def test_pieces_that_follow_each_other_are_as_small_as_the_whole() -> None:
    pieces = [random.Random(0).randbytes(20_000)] * 5
    apart, following = member(map(piece, pieces)), member(map(piece, pieces, [b"", *pieces]))
    whole = gzip.compress(b"".join(pieces))
    assert len(following) < 1.1 * len(whole)
    assert len(apart) > 4 * len(whole)


def test_a_file_tells_of_no_time_and_no_system() -> None:
    assert member([])[:10] == b"\x1f\x8b\x08\0" + bytes(4) + b"\x02\xff"
