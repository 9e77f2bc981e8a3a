"""Sections found by words of their headings that no vocabulary has."""

from collections.abc import Iterable, Sequence

from plancheck.model.document import Document, Section
from plancheck.programme.concepts import Concept
from plancheck.programme.naming import Naming
from plancheck.programme.terms import Term


def sections_headed(
    documents: Iterable[Document], terms: Sequence[str]
) -> tuple[Section, ...]:
    """The sections whose headings hold one of the terms, in reading order.

    Headings are matched as those of the known parts are, letter-spaced ones too.

    Args:
        documents: Where to look.
        terms: In the notation of vocabularies, such as `digitāl* pakalpojum*`.
    """
    sought = "sought"
    concept = Concept(sought, sought, tuple(map(Term, terms)))
    naming = Naming({sought: concept})
    return tuple(
        section
        for document in documents
        for section in document.walk()
        if naming.letters(section.title)
    )
