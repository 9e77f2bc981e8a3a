"""What a report quotes, each with its rule, its place and the picture of its page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plancheck.errors import UnreadableDocumentError
from plancheck.model.document import Document
from plancheck.model.evidence import Absence, Evidence, Quote
from plancheck.model.location import Box
from plancheck.model.report import Report, Result
from plancheck.reader import Reader, ReadingOptions


@dataclass(frozen=True, slots=True)
class Shown:
    """A quote in a bundle.

    `finding` counts the findings of its rule from 1; 0 stands for what the rule found.
    `picture` is the name of a file of the bundle, empty where there is none.
    """

    code: str
    finding: int
    quote: Quote
    picture: str = ""


def quotes_of(report: Report) -> tuple[Shown, ...]:
    """Every quote of a report, in the order of its results."""
    return tuple(
        Shown(result.code, number, quote)
        for result in report.results
        for number, evidence in _evidence(result)
        for quote in _quotes(evidence)
    )


def _evidence(result: Result) -> Iterator[tuple[int, Sequence[Evidence]]]:
    verdict = result.verdict
    yield 0, (*(verdict.quotes if verdict else ()), *result.evidence)
    for number, finding in enumerate(result.findings, start=1):
        yield number, finding.evidence


def _quotes(evidence: Sequence[Evidence]) -> Iterator[Quote]:
    for each in evidence:
        if isinstance(each, Absence):
            if each.nearest is not None:
                yield each.nearest
        else:
            yield each


def draw(
    quotes: Sequence[Shown],
    documents: Sequence[Document],
    readers: Sequence[Reader],
    options: ReadingOptions,
) -> dict[tuple[str, int], bytes]:
    """The pages that are quoted, as PNG by document and page number, from 1.

    A format that has no pages of its own, such as Word, gives none.

    Args:
        quotes: All quotes of a report.
        documents: What they are of.
        readers: Those that are installed; one for each format can draw pages, or none.
        options: How the files were read, such as the password of one that is locked.
    """
    by_name = {reader.name: reader for reader in readers}
    drawn: dict[tuple[str, int], bytes] = {}
    for document in documents:
        reader = by_name.get(document.format)
        boxes = _boxes(quotes, document)
        if reader is None or reader.draw is None or not boxes:
            continue
        try:
            for number, picture in reader.draw(Path(document.name), boxes, options):
                drawn[document.name, number] = picture
        except UnreadableDocumentError:  # gone since it was read: its digest proves it
            continue
    return drawn


def _boxes(quotes: Sequence[Shown], document: Document) -> Mapping[int, Sequence[Box]]:
    found: dict[int, dict[Box, None]] = {}
    for each in quotes:
        place = each.quote.location
        is_here = place.document == document.name and place.page_number is not None
        if is_here and not place.page_is_approximate:
            boxes = found.setdefault(place.page_number or 0, {})
            if place.box is not None:
                boxes[place.box] = None
    return {number: tuple(boxes) for number, boxes in found.items()}
