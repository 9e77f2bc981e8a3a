"""What is drawn or embedded in a document: charts, diagrams, word art, other files."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from plancheck.readers.archive import DamagedPartError
from plancheck.readers.docx import tags
from plancheck.readers.docx.chunks import chunk_texts
from plancheck.readers.docx.items import Flaw, Item, Line, Origin, Picture
from plancheck.readers.docx.package import Package, Relation
from plancheck.readers.docx.styles import Style
from plancheck.sdk import Message, ParagraphRole, tidy

PLAIN = Style()


@dataclass(slots=True)
class Embedded:
    """Reads the embedded things of one part, by the part's links; counts the pictures."""

    package: Package
    relations: dict[str, Relation]
    picture_count: int = 0

    def read(self, element: etree._Element, page: int) -> Iterable[Item]:
        """The items that an element outside the running text stands for."""
        tag = element.tag
        if tag in {tags.PICTURE_FILL, tags.IMAGE_DATA}:
            self.picture_count += 1
            return (Picture(page),)
        if tag in {tags.WORD_ART, tags.DRAWING_PARAGRAPH}:
            return _lines([element.get("string") or _text(element)], page)
        if tag == tags.OLE:
            return self._object(element, page)
        if tag == tags.CHART:
            return self._drawn(element.get(tags.RELATION), chart_texts, page)
        if tag == tags.DIAGRAM:
            return self._drawn(element.get(tags.DIAGRAM_DATA), diagram_texts, page)
        return self._chunk(element.get(tags.RELATION), page)

    def _drawn(
        self,
        identifier: str | None,
        texts: Callable[[etree._Element], Iterator[str]],
        page: int,
    ) -> Iterable[Item]:
        relation = self.relations.get(identifier or "")
        if relation is None or relation.is_external:
            return ()
        try:
            root = self.package.root(relation.target)
        except DamagedPartError:
            return (Flaw(Message("A chart or a diagram is damaged."), page),)
        return _lines(texts(root), page) if root is not None else ()

    def _object(self, element: etree._Element, page: int) -> Iterable[Item]:
        program = element.get("ProgID", "").split(".")[0]
        if program in {"Equation", "Package", "MSPhotoEd", "PBrush"}:
            return ()
        reason = Message.of(
            "An embedded file of {program} is not read.",
            program=program or "another program",
        )
        return (Flaw(reason, page),)

    def _chunk(self, identifier: str | None, page: int) -> Iterable[Item]:
        relation = self.relations.get(identifier or "")
        texts: Iterable[str] | None = None
        if relation is not None and not relation.is_external:
            try:
                texts = chunk_texts(self.package, relation.target)
            except DamagedPartError:
                texts = None
        if texts is None:
            return (Flaw(Message("A document inserted as a file is not read."), page),)
        return _lines(texts, page, Origin.BOX, ParagraphRole.BODY)


def _lines(
    texts: Iterable[str],
    page: int,
    origin: Origin = Origin.TEXT_BOX,
    role: ParagraphRole = ParagraphRole.TEXT_BOX,
) -> tuple[Line, ...]:
    tidied = map(tidy, texts)
    return tuple(
        Line(text, PLAIN, page, origin=origin, role=role) for text in tidied if text
    )


def _text(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(tags.DRAWING_TEXT))


def diagram_texts(root: etree._Element) -> Iterator[str]:
    """The texts of the shapes of a SmartArt diagram, in the file's order."""
    for point in root.iter(tags.DIAGRAM_POINT):
        paragraphs = map(_text, point.iter(tags.DRAWING_PARAGRAPH))
        yield "\n".join(filter(None, paragraphs))


def chart_texts(root: etree._Element) -> Iterator[str]:
    """Titles of a chart, then a line for each series: its name, categories and values."""
    yield from map(_text, root.iter(tags.DRAWING_PARAGRAPH))
    for series in root.iter(tags.CHART_SERIES):
        name = " ".join(_values(series, (tags.CHART_NAME,)))
        categories = _values(series, tags.CHART_CATEGORIES)
        values = _values(series, tags.CHART_VALUES)
        count = max(len(categories), len(values))
        pairs = (
            " ".join(filter(None, (_at(categories, index), _at(values, index))))
            for index in range(count)
        )
        yield ": ".join(filter(None, (name, "; ".join(pairs))))


def _values(series: etree._Element, names: tuple[str, ...]) -> list[str]:
    return [
        value.text or ""
        for part in series.iterchildren(*names)
        for value in part.iter(tags.CHART_VALUE)
    ]


def _at(values: list[str], index: int) -> str:
    return values[index] if index < len(values) else ""
