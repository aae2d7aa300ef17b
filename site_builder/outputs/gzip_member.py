"""One member of gzip (RFC 1952), put together of pieces that were compressed each on its own.

A piece is a stream of DEFLATE that ends on a whole byte, so that pieces stand one behind the other. What stays of a
file from one build to the next can thus be kept compressed: to compress all claims takes longer than to make them.
A piece may refer to what stands before it, as DEFLATE does (RFC 1951, 2): the file is then as small as one compressed
as a whole, where pieces that know nothing of each other cost a tenth.
"""

import zlib
from collections.abc import Iterable
from functools import cache

_HEADER = b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
"""A file of no name, of no time, from no system."""
_END = b"\x03\0"
"""A last block of DEFLATE, with nothing in it."""
_WINDOW = 1 << zlib.MAX_WBITS
"""Bytes that DEFLATE looks back."""
_CRC, _LENGTH = 4, 8
"""Bytes before the stream of a piece: the CRC-32 and the length of what was compressed."""
_POLYNOMIAL = 0xEDB88320
"""That of CRC-32, its highest power in the lowest bit, as all that is reckoned with here."""
_ONE, _BYTE = 1 << 31, 1 << 23
"""x to the power of 0, and of the 8 bits of a byte."""


def piece(data: bytes, before: bytes = b"") -> bytes:
    """Compress a piece; where `before` is given, the pieces before it end with that."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, zdict=before[-_WINDOW:])
    stream = packer.compress(data) + packer.flush(zlib.Z_SYNC_FLUSH)
    return zlib.crc32(data).to_bytes(_CRC, "little") + len(data).to_bytes(_LENGTH, "little") + stream


def member(pieces: Iterable[bytes]) -> bytes:
    """Put pieces together to a file."""
    crc = total = 0
    streams = [_HEADER]
    for each in pieces:
        length = int.from_bytes(each[_CRC : _CRC + _LENGTH], "little")
        crc = _product(_shift(length), crc) ^ int.from_bytes(each[:_CRC], "little")
        total += length
        streams.append(each[_CRC + _LENGTH :])
    return b"".join([*streams, _END, crc.to_bytes(4, "little"), (total % 2**32).to_bytes(4, "little")])


def _shift(length: int) -> int:
    """By what a CRC is multiplied when so many bytes follow: x to the power of their bits."""
    product = _ONE
    for power in range(length.bit_length()):
        if length >> power & 1:
            product = _product(_doubled(power), product)
    return product


@cache
def _doubled(times: int) -> int:
    """The shift of a byte, doubled so many times."""
    return _product(_doubled(times - 1), _doubled(times - 1)) if times else _BYTE


def _product(one: int, other: int) -> int:
    """Multiply two polynomials over GF(2) modulo that of CRC-32."""
    product = 0
    while one:
        if one & _ONE:
            product ^= other
        one = one << 1 & 0xFFFFFFFF
        other = other >> 1 ^ (_POLYNOMIAL if other & 1 else 0)
    return product
