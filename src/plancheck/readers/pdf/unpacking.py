"""Unpacks a stream of a PDF piece by piece, so that nobody needs room for all of it."""

import base64
import binascii
import re
import zlib
from collections.abc import Callable, Iterator

Pieces = Iterator[bytes]

MAX_STREAM_BYTES = 64 << 20
"""What one stream may unpack to; the pages of real programmes met have less than 1 MB."""

_PIECE = 1 << 16
_CLEAR, _END = 256, 257  # the codes of LZW that are no text
_LONGEST_TABLE = 1 << 12
_EACH_BYTE = [bytes((number,)) for number in range(256)] + [b"", b""]
_NO_ASCII85 = re.compile(rb"[^!-uz]")
_SPACE = bytes.maketrans(b"", b""), b" \t\r\n\f\0"
_FILTER = re.compile(
    rb"/(FlateDecode|Fl|LZWDecode|LZW|ASCII85Decode|A85|ASCIIHexDecode|AHx"
    rb"|RunLengthDecode|RL)(?![A-Za-z])"
)
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_ELSEWHERE = re.compile(rb"/(?:Filter|F)\s{0,9}\d{1,9}\s{1,9}\d{1,5}\s{1,9}R")


class EndlessError(Exception):
    """It unpacks to more than a stream may have."""


def unpacked(pieces: Pieces, entries: bytes) -> Pieces:
    """What a stream unpacks to by all its filters but those of pictures.

    Args:
        pieces: The stream as it is packed.
        entries: Its dictionary.

    Raises:
        EndlessError: It is more than a stream may have, at the end or on the way there.
    """
    for name in filters(entries):
        pieces = _limited(_UNPACKERS[name](pieces, entries))
    return pieces


def most_bytes(size: int, entries: bytes) -> int:
    """What a stream of this size may unpack to at best."""
    for name in filters(entries):
        size *= _MOST_TO_ONE[name]
    return size


def filters(entries: bytes) -> list[str]:
    """The names of a stream's filters in their order, none of them abbreviated.

    Where another object has them, the stream is taken to be packed as most are.
    """
    plain = _ESCAPE.sub(lambda match: bytes((int(match[1], 16),)), entries)
    found = [_SPELLED_OUT.get(name, name) for name in _FILTER.findall(plain)]
    if not found and _ELSEWHERE.search(plain):
        return ["FlateDecode"]
    return [name.decode("ascii") for name in found]


def _limited(pieces: Pieces) -> Pieces:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > MAX_STREAM_BYTES:
            raise EndlessError
        yield piece


def _inflated(pieces: Pieces, _entries: bytes) -> Pieces:
    """What the pieces unpack to, no more of it at once than is asked for."""
    inflating = zlib.decompressobj()
    try:
        for piece in pieces:
            yield inflating.decompress(piece, _PIECE)
            # What follows the end of the packed data stays in the tail for ever.
            while inflating.unconsumed_tail and not inflating.eof:
                yield inflating.decompress(inflating.unconsumed_tail, _PIECE)
    except zlib.error:  # damaged: PDFium reads what can be read of it
        return


def _by_lzw(pieces: Pieces, entries: bytes) -> Pieces:
    """What LZW unpacks to; it ends where the data are damaged, as in PDFium."""
    early = 0 if re.search(rb"/EarlyChange\s{0,9}0", entries) else 1
    table, before = _EACH_BYTE.copy(), b""
    width, bits, held = 9, 0, 0
    for piece in pieces:
        made: list[bytes] = []
        size = 0
        for byte in piece:
            bits, held = bits << 8 | byte, held + 8
            if held < width:
                continue
            held -= width
            code = bits >> held
            bits &= (1 << held) - 1
            if code == _CLEAR:
                table, before, width = _EACH_BYTE.copy(), b"", 9
                continue
            if code == _END or code > len(table) or (code == len(table) and not before):
                yield b"".join(made)
                return
            entry = table[code] if code < len(table) else before + before[:1]
            if before and len(table) < _LONGEST_TABLE:
                table.append(before + entry[:1])
            before = entry
            width = min(max((len(table) + early).bit_length(), 9), 12)
            made.append(entry)
            size += len(entry)
            if size > _PIECE:
                yield b"".join(made)
                made, size = [], 0
        yield b"".join(made)


def _by_ascii85(pieces: Pieces, _entries: bytes) -> Pieces:
    """What the letters stand for, up to the first that is none of them."""
    text = b"".join(pieces).translate(*_SPACE).removeprefix(b"<~")
    end = _NO_ASCII85.search(text)
    groups = text[: end.start() if end else len(text)].split(b"z")
    for number, group in enumerate(groups, start=1):
        try:
            yield base64.a85decode(group)
        except ValueError:  # a group stands for more than four bytes can
            return
        if len(group) % 5:  # a `z` within a group ends it all
            return
        if number < len(groups):
            yield b"\0\0\0\0"


def _by_hex(pieces: Pieces, _entries: bytes) -> Pieces:
    text = b"".join(pieces).translate(*_SPACE).partition(b">")[0]
    try:
        yield binascii.unhexlify(text + b"0" * (len(text) % 2))
    except binascii.Error:
        return


def _by_runs(pieces: Pieces, _entries: bytes) -> Pieces:
    """What runs stand for: so many bytes as they are, or one so many times."""
    packed = b"".join(pieces)
    place = 0
    while place < len(packed) and (length := packed[place]) != 128:
        if length < 128:
            yield packed[place + 1 : place + length + 2]
            place += length + 2
        else:
            yield packed[place + 1 : place + 2] * (257 - length)
            place += 2


_SPELLED_OUT = {
    b"Fl": b"FlateDecode",
    b"LZW": b"LZWDecode",
    b"A85": b"ASCII85Decode",
    b"AHx": b"ASCIIHexDecode",
    b"RL": b"RunLengthDecode",
}
_UNPACKERS: dict[str, Callable[[Pieces, bytes], Pieces]] = {
    "FlateDecode": _inflated,
    "LZWDecode": _by_lzw,
    "ASCII85Decode": _by_ascii85,
    "ASCIIHexDecode": _by_hex,
    "RunLengthDecode": _by_runs,
}
_MOST_TO_ONE = {
    "FlateDecode": 1032,
    "LZWDecode": 2560,
    "ASCII85Decode": 4,
    "ASCIIHexDecode": 1,
    "RunLengthDecode": 64,
}
"""How many bytes one may unpack to at best."""
