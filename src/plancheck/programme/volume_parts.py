"""Which parts of a programme each of its volumes holds, and the order that follows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from plancheck.model.document import Document, Section, VolumePart
from plancheck.model.evidence import Quote
from plancheck.model.heading import Heading
from plancheck.model.location import Location
from plancheck.programme.codes import LevelReader
from plancheck.programme.identity import front_lines
from plancheck.programme.parts import CORE_PARTS, ROLE_OF, PartReader
from plancheck.programme.table_reading import TableReader
from plancheck.programme.terms import Term
from plancheck.programme.vocabulary import Vocabulary
from plancheck.text.folding import fold, squash

_SMALLEST_PART = 0.1
"""The share of a volume's letters from which a part is more than a summary of it."""

_TITLE_SHARE, _PROGRAMME_TITLE_SHARE = 0.3, 0.1
"""The share of a title's letters that name a part; less is enough beside "programme"."""

_LONGEST_TITLE = 15
"""Words of a line of a title page."""

_MOST_TITLES = 2
"""More lines that name parts are a contents list."""


def in_order(
    documents: Sequence[Document],
    vocabulary: Vocabulary,
    given: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Document, ...]:
    """The volumes with the parts that they hold, in the order of their main parts.

    Volumes of the same part, and those of none, which come last, stay as they stand.

    Args:
        documents: The volumes.
        vocabulary: What the parts are called.
        given: The parts of a volume by its name, where the user says them.
    """
    reader = _VolumeReader(vocabulary)
    given = given or {}
    volumes = [
        replace(document, parts=tuple(reader.parts(document, given.get(document.name))))
        for document in documents
    ]
    return tuple(sorted(volumes, key=_rank))


def _rank(document: Document) -> int:
    if not document.parts:
        return len(CORE_PARTS)
    return CORE_PARTS.index(document.parts[0].concept)


class _VolumeReader:
    """Tells the parts of volumes, from the strongest sign of them to the weakest."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._parts = PartReader(vocabulary)
        self._tables = TableReader(vocabulary, LevelReader(vocabulary, {}))
        self._kinds = vocabulary.kinds.get("title", ())
        self._volume_nouns = vocabulary.words.get("volume_nouns", ())

    def parts(
        self, document: Document, given: Sequence[str] | None
    ) -> Iterator[VolumePart]:
        """The main part, then the others in the order of a programme."""
        if given:
            quote = _named(document)
            yield from (VolumePart(each, "settings", quote) for each in given)
            return
        headed = self._by_heading(document)
        shares = {concept: share for concept, (share, _) in headed.items()}
        large = {
            concept: part
            for concept, (share, part) in headed.items()
            if share >= _SMALLEST_PART
        }
        titles = self._by_title(document)
        found = {**large, **titles}
        found = found or self._by_table(document) or self._by_file_name(document)
        if not found:
            return
        main = max(titles or found, key=lambda concept: shares.get(concept, 0))
        others = (concept for concept in CORE_PARTS if concept in found)
        for concept in dict.fromkeys((main, *others)):
            yield found[concept]

    def _by_heading(self, document: Document) -> dict[str, tuple[float, VolumePart]]:
        """The parts that headings name, each with its share of the volume's letters.

        What stands within another part is a piece of that one.
        """
        total = sum(map(_letter_count, document.sections)) or 1
        named = self._parts.by_heading((document,))
        core = [part for part in named if part.concept in CORE_PARTS]
        within = {
            id(below)
            for part in core
            for section in part.sections
            for below in section.walk()
            if below is not section
        }
        found = {}
        for part in core:
            own = [each for each in part.sections if id(each) not in within]
            share = sum(map(_letter_count, own)) / total
            named_by = VolumePart(part.concept, "heading", part.quote)
            found[part.concept] = (share, named_by)
        return found

    def _by_title(self, document: Document) -> dict[str, VolumePart]:
        """The parts that the title page names.

        Participation is none of them: a draft says there that it is for consultation.
        """
        found: dict[str, VolumePart] = {}
        lines = 0
        headings = _heading_places(document)
        for line in self._title_lines(document, headings):
            total = len(squash(line.text)) or 1
            least = _TITLE_SHARE
            if _has_term(line, self._kinds):
                least = _PROGRAMME_TITLE_SHARE
            elif line.location in headings and not self._names_volume(line):
                continue
            concepts = [
                concept
                for concept, count in self._parts.letters(line.text).items()
                if count >= least * total and concept != "participation report"
            ]
            lines += bool(concepts)
            for concept in concepts:
                found.setdefault(concept, VolumePart(concept, "title", line))
        return found if lines <= _MOST_TITLES else {}

    def _title_lines(
        self, document: Document, headings: frozenset[Location]
    ) -> Iterator[Quote]:
        """The short lines before the first heading, or below one that begins the volume."""
        for index, line in enumerate(front_lines(document)):
            if index and line.location in headings and not self._names_volume(line):
                return
            if len(line.text.split()) <= _LONGEST_TITLE:
                yield line

    def _names_volume(self, line: Quote) -> bool:
        return _has_term(line, self._volume_nouns)

    def _by_table(self, document: Document) -> dict[str, VolumePart]:
        tables = self._tables.read(document)
        found: dict[str, VolumePart] = {}
        for concept, role in ROLE_OF.items():
            for table in tables:
                if table.role == role:
                    part = VolumePart(concept, "table", table.quote)
                    found.setdefault(concept, part)
        return found

    def _by_file_name(self, document: Document) -> dict[str, VolumePart]:
        words = PurePath(document.name).stem.replace("_", " ").replace("-", " ")
        named = self._parts.concept(words)
        if named is None or named[0] not in CORE_PARTS:
            return {}
        return {named[0]: VolumePart(named[0], "file name", _named(document))}


def _heading_places(document: Document) -> frozenset[Location]:
    return frozenset(
        block.location for block in document.blocks if isinstance(block, Heading)
    )


def _has_term(line: Quote, terms: Sequence[Term]) -> bool:
    return any(term.is_in(fold(line.text), line.text) for term in terms)


def _named(document: Document) -> Quote:
    return Quote(PurePath(document.name).name, Location(document.name))


def _letter_count(section: Section) -> int:
    paragraphs = sum(len(each.text) for each in section.paragraphs)
    return paragraphs + sum(
        len(cell.text) for table in section.tables for cell in table.cells
    )
