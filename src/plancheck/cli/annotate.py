"""`--annotate DIR`: copies of the files with the findings in them, the files untouched."""

import gettext
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from plancheck.cli.language import spoken_language
from plancheck.cli.output import UnwritableFileError, write_output
from plancheck.errors import (
    AnnotationError,
    PlancheckError,
    UnreadableDocumentError,
)
from plancheck.model.document import Document
from plancheck.model.note import Note
from plancheck.model.report import Report
from plancheck.noting import notes_of
from plancheck.reader import Reader, ReadingOptions
from plancheck.translation import error_sentence
from plancheck.volumes import OWN_OUTPUT

_ = gettext.gettext

Annotate = Callable[[Path, Sequence[Note], ReadingOptions], bytes]


class ReplacedInputError(PlancheckError):
    """A copy would have the name of a file that is checked."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "{name} is what is checked; its copy with comments would replace it. Name "
            "another folder with --annotate.",
            name=name,
        )


@dataclass(frozen=True, slots=True)
class Annotating:
    """What is asked for by `--annotate`: the folder, and how many notes a rule has at most."""

    folder: Path
    most: int

    def prepare(self) -> None:
        """Make the folder, before the check has taken its time.

        Raises:
            UnwritableFileError: It cannot be made.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UnwritableFileError(str(self.folder), error) from error

    def write(
        self,
        report: Report,
        language: str,
        readers: Sequence[Reader],
        options: ReadingOptions,
    ) -> None:
        """Write a copy of each document that can hold notes; name the others.

        Args:
            report: What was found.
            language: Of the notes.
            readers: By which the documents were read.
            options: How they were read.

        Raises:
            ReplacedInputError: A copy would replace one of the documents.
            UnwritableFileError: A copy cannot be written; the one of before is whole.
        """
        targets = self._targets(report.documents, readers)
        notes = notes_of(report, language, self.most, targets)
        for document in report.documents:
            if document.name not in targets:
                _say(_no_room(document))
                continue
            annotate, target = targets[document.name]
            own = notes[document.name]
            try:
                _require_unchanged(document)
                content = annotate(Path(document.name), own, options)
            except (AnnotationError, UnreadableDocumentError) as error:
                _say(error_sentence(error, spoken_language()))
                continue
            write_output(content, target)
            said = _("{name} is written; comments in it: {count}.")
            click.echo(said.format(name=target, count=len(own)), err=True)

    def _targets(
        self, documents: Sequence[Document], readers: Sequence[Reader]
    ) -> dict[str, tuple[Annotate, Path]]:
        """What annotates each document, and the copy's path, by the document's name."""
        by_name = {reader.name: reader for reader in readers}
        inputs = {Path(each.name).resolve() for each in documents}
        targets: dict[str, tuple[Annotate, Path]] = {}
        taken: set[str] = set()
        for document in documents:
            reader = by_name.get(document.format)
            if reader is None or reader.annotate is None or not document.blocks:
                continue
            target = self.folder / _free_name(Path(document.name), reader, taken)
            if target.resolve() in inputs:
                raise ReplacedInputError(str(target))
            targets[document.name] = reader.annotate, target
        return targets


def _free_name(path: Path, reader: Reader, taken: set[str]) -> str:
    """What the copy is called; volumes of one name in several folders get numbers."""
    has_own_suffix = path.suffix.lower() in reader.suffixes
    suffix = path.suffix if has_own_suffix else reader.suffixes[0]
    stem = path.stem.removesuffix(OWN_OUTPUT)
    number = 1
    name = f"{stem}{OWN_OUTPUT}{suffix}"
    while name.casefold() in taken:
        number += 1
        name = f"{stem}-{number}{OWN_OUTPUT}{suffix}"
    taken.add(name.casefold())
    return name


def _require_unchanged(document: Document) -> None:
    """Places hold only in the file that was read.

    Raises:
        AnnotationError: It is another one by now.
    """
    remedy = "check it again"
    try:
        with Path(document.name).open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        reason = "it can no longer be opened"
        raise AnnotationError(document.name, reason, remedy) from error
    if digest != document.sha256:
        reason = "it was changed while it was checked"
        raise AnnotationError(document.name, reason, remedy)


def _no_room(document: Document) -> str:
    if not document.blocks:
        sentence = _("{name} gets no comments: it could not be read.")
        return sentence.format(name=document.name)
    sentence = _("{name} gets no comments: a file of its format ({format}) holds none.")
    return sentence.format(name=document.name, format=document.format)


def _say(sentence: str) -> None:
    click.echo(f"plancheck: {sentence}", err=True)
