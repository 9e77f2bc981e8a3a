"""The parts of a programme, found by headings, by the volumes named after them, or by tables."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property

from plancheck.model.document import Document, Paragraph, Section, VolumePart
from plancheck.model.evidence import Quote
from plancheck.model.table import Table
from plancheck.programme.naming import Naming
from plancheck.programme.plan_tables import PlanTable
from plancheck.programme.vocabulary import Vocabulary
from plancheck.programme.word_lists import alternatives
from plancheck.text.folding import squash
from plancheck.text.patterns import lazy_pattern

CORE_PARTS = (
    "current situation",
    "strategic part",
    "action plan",
    "investment plan",
    "monitoring procedure",
    "participation report",
)
"""The parts that every programme has, in their order."""

_ROMAN = lazy_pattern(r"^(?:[IVXLC]{1,6}[.)][\s.)]{0,6}){1,3}")
"""The number of a heading, in letters: `VIII. Uzraudzība`, `VIII.2. Rādītāji`."""
_SMALLEST_SHARE = 0.3
_LISTED_SHARE = 0.6
_SMALL_SHARE = 0.5
_FEWEST_WORDS = 50
_TITLE_BLOCKS = 3
_LONGEST_ANNEX = 160
_CONTEXT = "planning context"
_ANNEX = "annex"
_CLIMATE = "climate"
_PARTICIPATION = "participation report"
_TOLD_TOGETHER = frozenset({"coordination", "monitoring procedure", _PARTICIPATION})
_NAMES_OF_VOLUMES = frozenset({"settings", "title", "file name"})
"""What names a volume as a whole, and not a section of it."""
ROLE_OF = {
    "action plan": "action",
    "investment plan": "investment",
    "monitoring procedure": "indicator",
    "participation report": "proposals",
}
"""The part that a table shows to be there, whatever its heading is called."""


@dataclass(frozen=True)
class Part:
    """A part of the programme: the sections that make it up, in reading order.

    `found_by` says how it was recognised: by "heading" or "table", or, where the volume
    as a whole is the part, by its "title", the "settings" or its "file name". `quote` is
    the heading, the header row of the table, or the name of the volume.
    """

    concept: str
    sections: tuple[Section, ...]
    found_by: str
    quote: Quote
    is_annex: bool = False

    def walk(self) -> Iterator[Section]:
        """Its sections and all below them, in reading order."""
        for section in self.sections:
            yield from section.walk()

    @cached_property
    def section_ids(self) -> frozenset[int]:
        """All its sections by identity: two with equal text stand at different places."""
        return frozenset(map(id, self.walk()))

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs of its sections."""
        return tuple(each for section in self.sections for each in section.paragraphs)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """All tables of its sections."""
        return tuple(each for section in self.sections for each in section.tables)

    @property
    def word_count(self) -> int:
        """Words in paragraphs, tables left out."""
        return sum(section.word_count for section in self.sections)


@dataclass(frozen=True)
class _Candidate:
    concept: str
    section: Section
    share: float
    is_annex: bool


class PartReader:
    """Finds the parts of a programme's documents with one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._naming = Naming(vocabulary.parts)
        words = alternatives(vocabulary, "conjunction")
        self._joint = re.compile(rf",|;|&|/|\b(?:{words})\b", re.IGNORECASE)
        self._known: dict[str, tuple[str, float] | None] = {}

    def by_heading(self, documents: Iterable[Document]) -> tuple[Part, ...]:
        """The parts that headings name."""
        return _grouped(
            [
                found
                for document in documents
                for section in document.sections
                for found in self._below(section, is_annex=False)
            ]
        )

    def read(
        self,
        headed: tuple[Part, ...],
        documents: tuple[Document, ...],
        tables: Iterable[PlanTable],
    ) -> tuple[Part, ...]:
        """All parts: those found by heading, then by the name of a volume, then by table."""
        parts = list(_with_volumes(headed, documents))
        named = {part.concept for part in parts}
        parts += [
            part for part in _by_table(documents, tables) if part.concept not in named
        ]
        return tuple(parts)

    def concept(self, heading: str) -> tuple[str, float] | None:
        """The part that a heading names, with the share of its letters that say so."""
        if heading not in self._known:
            self._known[heading] = self._find(heading)
        return self._known[heading]

    def _find(self, heading: str) -> tuple[str, float] | None:
        letters = "".join(" " if each.isdigit() else each for each in heading)
        # a term may ask for the heading's first word
        letters = _ROMAN.sub("", letters).strip(" .)–-")
        total = len(squash(letters))
        found = self._naming.letters(letters)
        shares = {
            name: min(1.0, count / total)
            for name, count in found.items()
            if name != _ANNEX and count >= _SMALLEST_SHARE * total
        }
        if _CLIMATE in found and self._is_listed(_CLIMATE, letters):
            shares.setdefault(_CLIMATE, _SMALLEST_SHARE)
        if not shares:
            return None
        best = max(shares, key=lambda name: shares[name])
        if _CLIMATE in shares and best in {"action plan", "strategic part"}:
            best = _CLIMATE
        return best, shares[best]

    def _is_listed(self, concept: str, heading: str) -> bool:
        """Whether a heading lists a part among others, as in “Water, air and climate change”."""
        return any(
            self._naming.letters(each).get(concept, 0) >= _LISTED_SHARE * len(letters)
            for each in self._joint.split(heading)
            if (letters := squash(each))
        )

    def _beside(self, heading: str, part: str) -> Iterator[str]:
        """What a heading names beside a part: `Governance and partnership` is on both."""
        letters = "".join(" " if each.isdigit() else each for each in heading)
        for concept in _TOLD_TOGETHER - {part} if part in _TOLD_TOGETHER else ():
            if self._is_listed(concept, letters):
                yield concept

    def is_annex(self, heading: str) -> bool:
        """Whether a heading says that it begins an annex."""
        return len(heading) < _LONGEST_ANNEX and _ANNEX in self._naming.letters(heading)

    def _below(self, section: Section, *, is_annex: bool) -> Iterator[_Candidate]:
        """The part that a section is, or those of its subsections.

        A review of other documents is searched no further: its headings name their parts.
        """
        is_annex = is_annex or self.is_annex(section.title)
        found = self.concept(section.title)
        if found and _is_title(section) and found[0] in {_CLIMATE, _CONTEXT}:
            found = None
        if found and (section.blocks or section.subsections):
            yield _Candidate(found[0], section, found[1], is_annex)
            for beside in self._beside(section.title, found[0]):
                yield _Candidate(beside, section, _SMALLEST_SHARE, is_annex)
            if found[0] == _CONTEXT:
                return
        for below in section.subsections:
            for candidate in self._below(below, is_annex=is_annex):
                if not found or candidate.concept != found[0]:
                    yield candidate

    def letters(self, line: str) -> dict[str, int]:
        """The core parts that a line of a title page names, with the letters that say so."""
        found = self._naming.letters(line)
        return {concept: found[concept] for concept in CORE_PARTS if concept in found}


def _is_title(section: Section) -> bool:
    """Whether a heading is on the title page: there it names the document, not a part of it."""
    index = section.location.block_index
    return index is not None and index < _TITLE_BLOCKS


def _grouped(candidates: list[_Candidate]) -> tuple[Part, ...]:
    """One part a concept: all the sections that carry its name.

    Sections in annexes count only where the body has none, but for the report on
    participation, which is an annex as often as not.
    """
    parts = []
    for concept in dict.fromkeys(candidate.concept for candidate in candidates):
        own = [candidate for candidate in candidates if candidate.concept == concept]
        body = [candidate for candidate in own if not candidate.is_annex]
        chosen = own if concept == _PARTICIPATION else body or own
        best = max(chosen, key=lambda each: (each.share, each.section.word_count))
        quote = Quote(best.section.title, best.section.location)
        sections = tuple(candidate.section for candidate in chosen)
        parts.append(Part(concept, sections, "heading", quote, is_annex=not body))
    return tuple(parts)


def _with_volumes(
    headed: tuple[Part, ...], documents: Iterable[Document]
) -> tuple[Part, ...]:
    """The parts with the volumes that are named after one and have no heading of it.

    A heading in another volume may only sum up what the volume of that name holds; one
    in the volume itself may be its title, set as the chapters below it are. A volume that
    is named after two parts is each of them without the chapters that are the other.
    """
    headings = {part.concept: {id(each) for each in part.sections} for part in headed}
    parts = {part.concept: part for part in headed}
    for document in documents:
        own = {id(section) for section in document.walk()}
        for held in document.parts:
            if held.found_by not in _NAMES_OF_VOLUMES or not document.sections:
                continue
            part = parts.get(held.concept)
            beside = _chapters_beside(held, document, headings)
            chapters = tuple(
                each for each in document.sections if id(each) not in beside
            )
            chapters = chapters or document.sections
            whole = Part(held.concept, chapters, held.found_by, held.quote)
            if part is None or part.is_annex:
                parts[held.concept] = whole
                continue
            inside = [each for each in part.sections if id(each) in own]
            if not inside or _is_but_a_chapter(inside, held, document):
                others = (each for each in part.sections if id(each) not in own)
                sections = (*others, *whole.sections)
                parts[held.concept] = replace(whole, sections=sections)
    return tuple(parts.values())


def _chapters_beside(
    held: VolumePart, document: Document, headings: Mapping[str, AbstractSet[int]]
) -> AbstractSet[int]:
    """The chapters, by identity, of the other parts that a volume is named after too."""
    others = (part.concept for part in document.parts if part.concept != held.concept)
    return frozenset().union(*(headings.get(each, ()) for each in others))


def _is_but_a_chapter(
    sections: Sequence[Section], held: VolumePart, document: Document
) -> bool:
    """Whether sections are the title, or one chapter of several, of a volume of one part.

    `Volume 1 – Profile` has a chapter `Where we are`, and all the others are its profile
    too. A heading over a promise or a reference is no chapter, and stays what it is.
    """
    named = [each for each in document.parts if each.found_by in _NAMES_OF_VOLUMES]
    own, total = (
        sum(each.word_count for each in group)
        for group in (sections, document.sections)
    )
    title = held.quote.location
    is_title = any(each.heading and each.location == title for each in sections)
    return (
        len(named) == 1
        and own < _SMALL_SHARE * total
        and (own >= _FEWEST_WORDS or is_title)
    )


def _by_table(
    documents: Iterable[Document], tables: Iterable[PlanTable]
) -> Iterator[Part]:
    homes = {
        id(table): section
        for document in documents
        for section in document.walk()
        for table in section.blocks
        if isinstance(table, Table)
    }
    tables = tuple(tables)
    for concept, role in ROLE_OF.items():
        own = [table for table in tables if role == table.role]
        own = own or [table for table in tables if role in table.roles]
        own = [table for table in own if id(table.fragments[0]) in homes]
        if own:
            sections = dict.fromkeys(id(homes[id(table.fragments[0])]) for table in own)
            by_id = {id(section): section for section in homes.values()}
            yield Part(
                concept, tuple(by_id[each] for each in sections), "table", own[0].quote
            )
