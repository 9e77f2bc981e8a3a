"""Opens Office files that a password locks, and says in a sentence why one stays locked."""

import struct
from io import BytesIO
from typing import IO, Any
from xml.parsers.expat import ExpatError

from plancheck.sdk import UnreadableDocumentError

MAX_SPINS = 1_000_000
"""How often a password is hashed at most; Office does it 100,000 times, in half a second."""

_EXCELS_OWN = "VelvetSweatshop"
"""With this password Excel opens a workbook without asking for one."""

_DAMAGE = (
    *(ValueError, LookupError, OSError, EOFError, TypeError, AttributeError),
    *(ArithmeticError, struct.error, ExpatError),
)
"""What msoffcrypto and the XML in a damaged file raise besides their own errors."""

_MARK = "EncryptedPackage".encode("utf-16-le")


def is_locked(content: bytes) -> bool:
    """Whether an Office container holds an encrypted Word file or workbook."""
    return _MARK in content


def unlocked(name: str, stream: IO[bytes], password: str | None) -> BytesIO:
    """What a locked file holds.

    Raises:
        UnreadableDocumentError: The password is missing or wrong, or no password would do.
    """
    return _opened(name, _office_file(name, stream), password)


def unlocked_old(name: str, content: bytes, password: str | None) -> bytes:
    """An old Word file as it is without its password, where it has one.

    Raises:
        UnreadableDocumentError: As `unlocked`.
    """
    office = _office_file(name, BytesIO(content))
    try:
        is_encrypted = office.is_encrypted()
    except _DAMAGE as error:
        raise _damaged(name) from error
    return _opened(name, office, password).getvalue() if is_encrypted else content


def _office_file(name: str, stream: IO[bytes]) -> Any:  # noqa: ANN401 - it has no types
    # Few files are locked, and the import takes 0.04 s.
    import msoffcrypto  # type: ignore[import-untyped]  # noqa: PLC0415 - it has no types
    from msoffcrypto import exceptions  # noqa: PLC0415 - as above

    try:
        return msoffcrypto.OfficeFile(stream)
    except (exceptions.DecryptionError, exceptions.FileFormatError) as error:
        raise unknown_lock(name) from error
    except (exceptions.ParseError, *_DAMAGE) as error:
        raise _damaged(name) from error


def _opened(name: str, office: Any, password: str | None) -> BytesIO:  # noqa: ANN401 - as above
    from msoffcrypto import exceptions  # noqa: PLC0415 - as above

    spins = getattr(office, "info", {}).get("spinValue", 0)
    if spins > MAX_SPINS:
        raise unknown_lock(name)
    opened = BytesIO()
    try:
        office.load_key(password=password or _EXCELS_OWN, verify_password=True)
        office.decrypt(opened)
    except exceptions.InvalidKeyError as error:
        raise locked(name, password) from error
    except (exceptions.DecryptionError, *_DAMAGE) as error:
        raise unknown_lock(name) from error
    opened.seek(0)
    return opened


def _damaged(name: str) -> UnreadableDocumentError:
    reason, remedy = "the file is damaged or incomplete", "get a new copy of it"
    return UnreadableDocumentError(name, reason, remedy)


def locked(name: str, password: str | None) -> UnreadableDocumentError:
    """The error for a file whose password is not given, or is another one."""
    if password is None:
        return UnreadableDocumentError(
            name,
            "it is protected by a password",
            "give the password with --password, or save the file without one",
        )
    return UnreadableDocumentError(
        name,
        "it is protected by another password than the one given",
        "check capital letters and the language of the keyboard, or save it without one",
    )


def unknown_lock(name: str) -> UnreadableDocumentError:
    """The error for a file that no password opens here."""
    return UnreadableDocumentError(
        name,
        "it is encrypted in a way that is not known",
        "save it without a password",
    )
