"""From paths to a programme: its volumes found, read and put into their order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from plancheck.cache.cache import Cache
from plancheck.errors import IncompleteError, UnreadableDocumentError
from plancheck.model.day import today
from plancheck.model.document import Document, Gap, Health
from plancheck.model.location import Location
from plancheck.model.message import Message
from plancheck.plugins.host import Host, load_plugins
from plancheck.programme.duplicates import without_duplicates
from plancheck.programme.facts import Facts
from plancheck.programme.identity import detect_language, vocabulary_of
from plancheck.programme.instructions import load_hints, without_instructions
from plancheck.programme.parted_words import with_whole_words
from plancheck.programme.programme import Programme
from plancheck.programme.vocabulary_files import load_vocabulary
from plancheck.programme.volume_parts import in_order
from plancheck.reader import NO_OPTIONS, Reader, ReadingOptions
from plancheck.rule import OnCrash
from plancheck.settings import Settings, find_settings
from plancheck.volumes import find_volumes, given_parts, reader_for

Paths = str | Path | Sequence[str | Path]

OnStep = Callable[[Message, int, int], None]
"""Called before each step with what it is, how many are done and how many there are."""


class NothingReadableError(IncompleteError):
    """No volume of the programme could be read."""

    def __init__(self, causes: Sequence[UnreadableDocumentError]) -> None:
        self.causes = tuple(causes)
        first = causes[0]
        super().__init__(first.template, **first.facts)


@dataclass(frozen=True, slots=True)
class Observer:
    """Who is told while a check runs; a report is the same without."""

    on_step: OnStep | None = None
    on_crash: OnCrash | None = None

    def step(self, what: Message, done: int, total: int) -> None:
        """Tell what is done next."""
        if self.on_step:
            self.on_step(what, done, total)


def read(
    paths: Paths,
    settings: Settings | None = None,
    *,
    host: Host | None = None,
    observer: Observer | None = None,
    options: ReadingOptions = NO_OPTIONS,
) -> Programme:
    """Read one programme without judging it; the arguments are those of `check`.

    Raises:
        PlancheckError: Something that the user can mend; the sentence says how.
    """
    volumes = as_paths(paths)
    return read_programme(
        volumes,
        settings or find_settings(volumes[0]),
        host or load_plugins(),
        observer=observer or Observer(),
        options=options,
    )


def as_paths(paths: Paths) -> tuple[Path, ...]:
    """At least one path; no path at all is the folder that one is in."""
    several = (paths,) if isinstance(paths, str | Path) else paths
    return tuple(Path(path) for path in several) or (Path(),)


def read_programme(  # noqa: PLR0913 - likewise
    paths: Sequence[Path],
    settings: Settings,
    host: Host,
    *,
    observer: Observer,
    options: ReadingOptions,
    cache: Cache | None = None,
) -> Programme:
    """Read the volumes and take them as one programme, in the order of their parts.

    A volume that cannot be read becomes an empty document with a gap if another can.

    Raises:
        NothingReadableError: None can be read.
        SettingsError: The settings name a volume that is not there.
    """
    volumes = find_volumes(paths, host.readers)
    parts = given_parts(volumes, settings)
    hints = load_hints(host.vocabularies)
    documents = []
    failures = []
    for index, path in enumerate(volumes):
        step = Message.of("Reading {document}", document=path.name)
        observer.step(step, index, len(volumes))
        reader = reader_for(path, host.readers)
        try:
            read = partial(cache.document, reader) if cache else reader.document
            documents.append(without_instructions(read(path, options), hints))
        except UnreadableDocumentError as error:
            failures.append(error)
            documents.append(_unread(path, reader, error))
    if len(failures) == len(documents):
        raise NothingReadableError(failures) from failures[0]
    language = detect_language(documents, host.vocabularies)
    words = load_vocabulary(language, host.vocabularies)
    documents = [with_whole_words(each, words) for each in documents]
    vocabulary = vocabulary_of(documents, language, host.vocabularies)
    if len(documents) > 1:
        documents = list(in_order(without_duplicates(documents), vocabulary, parts))
    facts = settings.facts or Facts()
    return Programme(tuple(documents), vocabulary, facts, settings.as_of or today())


def _unread(path: Path, reader: Reader, error: UnreadableDocumentError) -> Document:
    reason = Message.of(
        "the file cannot be read: {reason}", reason=Message(error.reason)
    )
    return Document(
        name=str(path),
        format=reader.name,
        blocks=(),
        gaps=(Gap(reason, Location(document=str(path))),),
        health=Health(text_pages=0.0),
    )
