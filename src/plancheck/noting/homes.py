"""Where a finding belongs in the documents, also one on something that is not there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from plancheck.model.categories import Category
from plancheck.model.document import Document, Paragraph, ParagraphRole, VolumePart
from plancheck.model.evidence import Absence, Evidence, Quote
from plancheck.model.heading import Heading
from plancheck.model.location import Location
from plancheck.model.table import Table
from plancheck.text.folding import squash

PARTS_OF = {
    Category.STRATEGY: ("strategic part",),
    Category.TERRITORY: ("action plan",),
    Category.GOVERNANCE: ("monitoring procedure",),
    Category.PARTICIPATION: ("participation report",),
    Category.INTEGRATION: ("action plan",),
    Category.FUNDING: ("investment plan",),
    Category.MONITORING: ("monitoring procedure",),
    Category.CLIMATE: ("climate", "current situation"),
}
"""The parts in which what a category asks for is written; the others are on the whole."""


_TITLE_BLOCKS = 60
"""Blocks among which a document has its title."""


@dataclass(frozen=True)
class Homes:
    """The documents of a report, asked where a finding belongs.

    `parts` has the parts of the programme that were found, `stated_title` the title that
    the programme is taken to have.
    """

    documents: tuple[Document, ...]
    parts: tuple[VolumePart, ...]
    stated_title: str = ""

    def home(self, evidence: Sequence[Evidence], category: Category) -> Quote:
        """The words to write a note at.

        These are the first words quoted; for an absence the heading under which it was
        sought, what came nearest, or the heading of the part that the category is about;
        else the title.
        """
        found = (each for each in self._candidates(evidence, category) if each)
        return next(filter(self._is_known, found), None) or self._title

    @cached_property
    def _title(self) -> Quote:
        """Where the programme says its title, else the title of the first volume."""
        stated = squash(self.stated_title)
        for quote in self._titles.values():
            if stated and squash(quote.text) in stated:
                return quote
        return next(iter(self._titles.values()), Quote("", Location()))

    def _candidates(
        self, evidence: Sequence[Evidence], category: Category
    ) -> Iterator[Quote | None]:
        yield from (each for each in evidence if isinstance(each, Quote))
        absences = [each for each in evidence if isinstance(each, Absence)]
        for absence in absences:
            yield from (self._headings.get(squash(place)) for place in absence.places)
        yield from (absence.nearest for absence in absences)
        yield from map(self._parts.get, PARTS_OF.get(category, ()))
        named = {place for absence in absences for place in absence.places}
        for name in named if len(named) == 1 else ():
            yield self._titles.get(name)

    def _is_known(self, quote: Quote) -> bool:
        """Whether a quote is of one of the documents, at a place in it."""
        place = quote.location
        has_place = place.block_index is not None or place.page_number is not None
        return has_place and place.document in self._titles

    @cached_property
    def _titles(self) -> dict[str, Quote]:
        stated = squash(self.stated_title)
        return {
            each.name: _title(each, stated) for each in self.documents if each.blocks
        }

    @cached_property
    def _headings(self) -> dict[str, Quote]:
        """The first heading of each wording, by its letters."""
        found: dict[str, Quote] = {}
        for document in self.documents:
            for block in document.blocks:
                if isinstance(block, Heading):
                    quote = Quote(block.text, block.location)
                    found.setdefault(squash(block.text), quote)
        return found

    @cached_property
    def _parts(self) -> dict[str, Quote]:
        """The words that show each part; a volume that is a part shows it by its title."""
        found: dict[str, Quote] = {}
        for part in self.parts:
            quote = part.quote
            if not self._is_known(quote):
                quote = self._titles.get(quote.location.document, quote)
            found.setdefault(part.concept, quote)
        return found


def _title(document: Document, stated: str) -> Quote:
    """The words of the stated title, else the title as marked, else the first heading.

    A title page may break the title over lines: the longest of them stands for it.
    """
    first = [
        each
        for each in document.blocks[:_TITLE_BLOCKS]
        if isinstance(each, Heading | Paragraph)
    ]
    lines = [each for each in first if stated and squash(each.text) in stated]
    marked = (
        each
        for each in first
        if isinstance(each, Paragraph) and each.role is ParagraphRole.TITLE
    )
    headings = (each for each in document.blocks if isinstance(each, Heading))
    found = max(lines, key=lambda each: len(squash(each.text)), default=None)
    if found is None or len(squash(found.text)) * 2 < len(stated):
        found = next(marked, None) or next(headings, None)
    block = found or document.blocks[0]
    return Quote(block.text if not isinstance(block, Table) else "", block.location)
