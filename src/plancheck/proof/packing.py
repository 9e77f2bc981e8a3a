"""A ZIP archive whose bytes follow from what is in it: no clock, no order of the disk."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

_DAY = (1980, 1, 1, 0, 0, 0)
"""The first that a ZIP archive can hold."""

_UNIX = 3
_MODE = 0o644 << 16
_STORED = (".png",)
"""What is compressed already."""


def pack(files: Mapping[str, bytes]) -> bytes:
    """The archive of these files, by their names; the same files give the same bytes."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.create_system, entry.external_attr = _UNIX, _MODE
            is_stored = name.endswith(_STORED)
            entry.compress_type = (
                zipfile.ZIP_STORED if is_stored else zipfile.ZIP_DEFLATED
            )
            archive.writestr(entry, files[name], compresslevel=6)
    return stream.getvalue()
