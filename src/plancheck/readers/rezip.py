"""Writes a zip archive again with some of its parts changed, and the others as they were.

`zipfile` cannot copy a part without unpacking it. What it packs again has other bytes and
takes the time of the pictures, so the packed bytes are copied here, between headers that
`zipfile` writes.
"""

import copy
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import IO

_LOCAL_HEADER = 30
"""Bytes before the name of a part; the lengths of name and extra field are the last four."""

_SIZES_FOLLOW = 0x08
"""The flag of a part whose sizes stand behind it, which nobody needs who knows them."""

_NO_DATE = (1980, 1, 1, 0, 0, 0)


def rezipped(stream: IO[bytes], changed: Mapping[str, bytes]) -> bytes:
    """The bytes of an archive with the parts of these names replaced, or added at the end.

    Raises:
        zipfile.BadZipFile: The archive is damaged.
    """
    written = BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(written, "w") as new:
        new.comment = old.comment
        for info in old.infolist():
            if info.filename in changed:
                _write(new, info.filename, changed[info.filename], info.date_time)
            else:
                _copy(stream, info, new, written)
        for name in changed.keys() - set(old.namelist()):
            _write(new, name, changed[name], _NO_DATE)
    return written.getvalue()


def _write(
    archive: zipfile.ZipFile,
    name: str,
    content: bytes,
    date: tuple[int, int, int, int, int, int],
) -> None:
    info = zipfile.ZipInfo(name, date)
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, content)


def _copy(
    stream: IO[bytes], info: zipfile.ZipInfo, archive: zipfile.ZipFile, written: BytesIO
) -> None:
    """Copy a part as it is packed."""
    stream.seek(info.header_offset)
    header = stream.read(_LOCAL_HEADER)
    lengths = header[-4:-2], header[-2:]
    stream.seek(sum(int.from_bytes(each, "little") for each in lengths), 1)
    packed = stream.read(info.compress_size)
    if len(packed) < info.compress_size:
        raise zipfile.BadZipFile(info.filename)
    own = copy.copy(info)
    own.header_offset = written.tell()
    own.flag_bits &= ~_SIZES_FOLLOW
    written.write(own.FileHeader())
    written.write(packed)
    archive.filelist.append(own)
    archive.NameToInfo[own.filename] = own
    archive.start_dir = written.tell()
