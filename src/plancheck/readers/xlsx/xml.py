"""Walks the XML of a workbook's parts, which come from anybody.

A part that declares a document type, and with it entities, is refused.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from xml.parsers import expat

from plancheck.readers.archive import Archive, DamagedPartError

Start = Callable[[str, dict[str, str]], None]


class HostilePartError(Exception):
    """A part declares a document type, which no program that writes workbooks does."""


def new_parser() -> expat.XMLParserType:
    """A parser that gives text in as few pieces as it can."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def _refuse(*_: object) -> None:
    raise HostilePartError


@contextmanager
def damage_of(part: str) -> Iterator[None]:
    """What is wrong inside becomes damage of the part."""
    try:
        yield
    except (expat.ExpatError, ValueError, LookupError, OverflowError) as error:
        raise DamagedPartError(part) from error


def walk(
    archive: Archive,
    part: str,
    start: Start,
    text: Callable[[str], None] | None = None,
    end: Callable[[str], None] | None = None,
) -> None:
    """Walk a part that an archive may not have; names come without their prefixes.

    Args:
        archive: The workbook.
        part: The name of the part.
        start: Called at the start of each element, with its name and attributes.
        text: Called with the text between.
        end: Called at the end of each element, with its name.

    Raises:
        DamagedPartError: The part is no XML, or its numbers are none.
        HostilePartError: The part declares a document type.
    """
    blob = archive.blob(part)
    if blob is not None:
        with damage_of(part):
            parse(blob, start, text, end)


def parse(
    blob: bytes,
    start: Start,
    text: Callable[[str], None] | None = None,
    end: Callable[[str], None] | None = None,
) -> None:
    """Walk the XML of a part; the arguments are those of `walk`.

    Raises:
        ExpatError: It is no XML; see `damage_of`.
        HostilePartError: It declares a document type.
    """
    parser = new_parser()
    parser.StartElementHandler = lambda tag, values: start(local(tag), values)
    if text is not None:
        parser.CharacterDataHandler = text
    if end is not None:
        parser.EndElementHandler = lambda tag: end(local(tag))
    parser.Parse(blob, True)  # noqa: FBT003 - expat takes no keywords


def local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]


def is_true(value: str | None) -> bool:
    """What an attribute of a workbook says that is yes or no."""
    return value in {"1", "true", "on"}


def valued(values: Mapping[str, str], name: str) -> str:
    """An attribute by its name without prefix, such as the `id` of `r:id`."""
    if name in values:
        return values[name]
    return next((value for key, value in values.items() if local(key) == name), "")
