"""Values of the model as bytes and back, without running anything that stands in the bytes.

The bytes are a pickle, which keeps every value as it is, unions and all, and loads ten
times faster and more than a file is read. A pickle from a stranger could run any program;
here it may name nothing but the values of plancheck's model, what is read of programmes by
meaning, and a few plain ones, so that the worst it can do is to be wrong. The digest in
front tells damage.
"""

import hashlib
import io
import pickle
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from importlib import import_module
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from plancheck.errors import PlancheckError
from plancheck.model.document import Document
from plancheck.model.location import Location

HEADER = b"plancheck cache 1\n"
DIGEST_SIZE = 32
FAST = 1
"""The level of compression: a fifth of the size for a few milliseconds."""

VALUES = ("plancheck.model.", "plancheck.programme.")
"""The packages whose values may stand in the bytes: dataclasses, enumerations, named tuples."""

PLAIN = frozenset(
    {
        ("datetime", "date"),
        ("decimal", "Decimal"),
        ("fractions", "Fraction"),
        ("builtins", "frozenset"),
    }
)
"""What may stand in the bytes beside these values."""

_NAMED = (Document, Location)
"""The values whose first field is the name of a document."""

_NAME = object()
"""Stands in the bytes where the name of the document stood."""


class DamagedError(PlancheckError):
    """What was kept cannot be made values of."""


class UnkeepableError(PlancheckError):
    """A value holds something that may not be kept, such as an object of a plugin's own."""


def to_bytes(
    value: object, name: str | None = None, shared: Sequence[object] = ()
) -> bytes:
    """A value as bytes.

    Args:
        value: It and all that it holds are values of the model, or plain.
        name: The name of the document that it is, which is left out: the same file may
            be called otherwise when it is met again.
        shared: What the value refers to and is kept elsewhere, such as the tables of
            documents: of these only their numbers are written.

    Raises:
        UnkeepableError: It holds something else.
    """
    stream = io.BytesIO()
    try:
        _Writer(stream, name, shared).dump(value)
    except (pickle.PicklingError, TypeError, RecursionError) as error:
        raise UnkeepableError(str(error)) from error
    packed = zlib.compress(stream.getvalue(), FAST)
    return HEADER + _digest(packed) + packed


def from_bytes(data: bytes, name: str = "", shared: Sequence[object] = ()) -> object:
    """The value that bytes stand for, with the name of the document that was left out.

    `shared` is what it refers to, in the order in which it was given when it was written.

    Raises:
        DamagedError: They are not what was written, or name what they may not.
    """
    start = len(HEADER) + DIGEST_SIZE
    packed = memoryview(data)[start:]
    if not data.startswith(HEADER) or data[len(HEADER) : start] != _digest(packed):
        raise DamagedError("the bytes are not those that were written")
    try:
        return _Loader(io.BytesIO(zlib.decompress(packed)), name, shared).load()
    except Exception as error:  # bytes of another edition may fail in any way
        raise DamagedError(f"{type(error).__name__}: {error}") from error


def _digest(packed: bytes | memoryview) -> bytes:
    return hashlib.blake2b(packed, digest_size=DIGEST_SIZE).digest()


class _Writer(pickle.Pickler):
    """Writes a dataclass as its class and the values of its fields, nothing that it cached."""

    def __init__(
        self, stream: io.BytesIO, name: str | None, shared: Sequence[object]
    ) -> None:
        super().__init__(stream, protocol=5)
        self._name = name
        self._numbers = {id(each): number for number, each in enumerate(shared)}

    def persistent_id(self, obj: object) -> str | int | None:
        return "name" if obj is _NAME else self._numbers.get(id(obj))

    def reducer_override(self, obj: object) -> Any:  # noqa: ANN401 - as pickle has it
        kind = type(obj)
        if isinstance(obj, type) or obj is read_only:
            return NotImplemented
        if is_dataclass(kind) and kind.__module__.startswith(VALUES):
            values = _values_of(kind)(obj)
            if kind in _NAMED and values[0] == self._name:
                values = (_NAME, *values[1:])
            return kind, values
        plain = (kind.__module__, kind.__name__)
        if isinstance(obj, Enum) and kind.__module__.startswith(VALUES):
            return kind, (obj.value,)
        if isinstance(obj, tuple) and kind.__module__.startswith(VALUES):
            return kind, tuple(obj)
        if isinstance(obj, MappingProxyType):
            return read_only, (dict(obj),)
        if plain in PLAIN:
            return NotImplemented
        raise pickle.PicklingError(f"{kind.__module__}.{kind.__qualname__}")


@cache
def _values_of(kind: type) -> "attrgetter[tuple[object, ...]]":
    """What gives the values of all fields of a dataclass, always as a tuple."""
    names = [field.name for field in fields(kind)]
    if len(names) == 1:
        [name] = names
        return lambda obj: (getattr(obj, name),)  # type: ignore[return-value]  # unlike attrgetter
    return attrgetter(*names)


def read_only(values: Mapping[object, object]) -> Mapping[object, object]:
    """A mapping that nobody changes, which pickle does not know by itself."""
    return MappingProxyType(values)


class _Loader(pickle.Unpickler):
    """Makes nothing but values of the model, of programmes, and plain ones."""

    def __init__(self, stream: io.BytesIO, name: str, shared: Sequence[object]) -> None:
        super().__init__(stream)
        self._name = name
        self._shared = shared

    def persistent_load(self, pid: str | int) -> object:
        return self._shared[pid] if isinstance(pid, int) else self._name

    def find_class(self, module_name: str, global_name: str) -> object:
        return _allowed(module_name, global_name)


@cache
def _allowed(module_name: str, global_name: str) -> object:
    if (module_name, global_name) in PLAIN:
        return getattr(import_module(module_name), global_name)
    if (module_name, global_name) == (read_only.__module__, read_only.__name__):
        return read_only
    if module_name.startswith(VALUES) and global_name.isidentifier():
        found = getattr(import_module(module_name), global_name)
        is_value = isinstance(found, type) and (
            is_dataclass(found) or issubclass(found, Enum | tuple)
        )
        if is_value and found.__module__ == module_name:
            return found
    raise pickle.UnpicklingError(f"{module_name}.{global_name} may not stand here")
