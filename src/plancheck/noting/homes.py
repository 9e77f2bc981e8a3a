"""Where a finding belongs in the documents, also one on something that is not there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from plancheck.model.categories import Category
from plancheck.model.document import Document, Paragraph, ParagraphRole, VolumePart
from plancheck.model.evidence import Absence, Evidence, Quote
from plancheck.model.heading import Heading
from plancheck.model.location import Location
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


@dataclass(frozen=True)
class Homes:
    """The documents of a report, asked where a finding belongs.

    `parts` has the parts of the programme that were found.
    """

    documents: tuple[Document, ...]
    parts: tuple[VolumePart, ...]

    def home(self, evidence: Sequence[Evidence], category: Category) -> Quote:
        """The words to write a note at.

        These are the first words quoted; for an absence the heading under which it was
        sought, what came nearest, or the heading of the part that the category is about;
        else the title.
        """
        found = (each for each in self._candidates(evidence, category) if each)
        return next(filter(self._is_known, found), None) or self.title()

    def title(self, document: Document | None = None) -> Quote:
        """The title of a document, or of the first that could be read."""
        readable = (each for each in self.documents if each.blocks)
        document = document or next(readable, None)
        if document is None:
            return Quote("", Location())
        return _title(document)

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
        return {each.name: _title(each) for each in self.documents if each.blocks}

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


def _title(document: Document) -> Quote:
    """The title as the document has it, else its first heading, else its first words."""
    titles = (
        each
        for each in document.paragraphs
        if each.role is ParagraphRole.TITLE and each.text
    )
    headings = (each for each in document.blocks if isinstance(each, Heading))
    first = next(titles, None) or next(headings, None) or document.blocks[0]
    text = first.text if isinstance(first, Heading | Paragraph) else ""
    return Quote(text, first.location)
