"""Puts a document together from the parts of its package."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from plancheck.readers.archive import DamagedPartError
from plancheck.readers.collector import collector_paused
from plancheck.readers.docx import tags
from plancheck.readers.docx.captions import mark_captions
from plancheck.readers.docx.comments import comments
from plancheck.readers.docx.contents import mark_contents
from plancheck.readers.docx.embedded import Embedded
from plancheck.readers.docx.headings import mark_headings
from plancheck.readers.docx.items import Grid, Item, Line
from plancheck.readers.docx.listed import mark_listed
from plancheck.readers.docx.notes import Notes, cited_notes
from plancheck.readers.docx.numbering import Counters, Numbering
from plancheck.readers.docx.opening import OpenRoot, main_part, open_package
from plancheck.readers.docx.package import Package, Relation
from plancheck.readers.docx.pictures import tell_pictured_tables
from plancheck.readers.docx.places import Placed, Placer
from plancheck.readers.docx.remarks import picture_gap, remarks
from plancheck.readers.docx.story import Context, StoryReader
from plancheck.readers.docx.styles import Styles
from plancheck.readers.docx.survey import Survey
from plancheck.readers.docx.tabbed import with_tabbed
from plancheck.sdk import (
    Document,
    Gap,
    Location,
    Message,
    Paragraph,
    ParagraphRole,
)

_MAX_LETTERS_PER_PAGE = 10_000  # more than fit: the page count is not of this text
_RUNNING = frozenset({"header", "footer"})


def read(
    path: Path, *, name: str | None = None, password: str | None = None
) -> Document:
    """The document of a file; see `read_docx`."""
    opened = open_package(path, name or str(path), password)
    with opened as (package, digest), collector_paused():
        return _Reading(package).document(digest)


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a file as it was read: `root` is that of `part`, `items` what it has.

    `rendered_pages` is 0 where Word left no page breaks.
    """

    part: str
    root: etree._Element
    items: Sequence[Item]
    placed: Placed
    survey: Survey
    rendered_pages: int
    picture_count: int


def read_body(package: Package, open_root: OpenRoot) -> Body:
    """The text with the elements that it stands in, to be written into.

    Args:
        package: The file.
        open_root: Opens the part that holds the text.

    Raises:
        UnreadableDocumentError: The package holds no Word document.
    """
    return _Reading(package, open_root).body()


class _Reading:
    """The reading of one package; parts that are damaged become gaps."""

    def __init__(self, package: Package, open_root: OpenRoot | None = None) -> None:
        self._package = package
        self._gaps: list[Gap] = []
        self._part, self._root = main_part(package, open_root)
        self._links = self._links_of(self._part)
        styles = Styles(self._related("styles"))
        numbering = Numbering(self._related("numbering"), styles.lists())
        self._context = Context(styles, Counters(numbering), styles.hidden_ids())

    def document(self, digest: str) -> Document:
        """The whole document.

        Args:
            digest: SHA-256 of the file, in hexadecimal.
        """
        name = self._package.name
        body = self.body()
        running = tuple(self._running())
        letters = sum(map(_letter_count, body.items))
        pictures = picture_gap(name, body.picture_count, letters)
        has_comments = body.survey.counts[tags.COMMENT_REFERENCE] > 0
        written = self._related("comments") if has_comments else None
        said = comments(written, self._root, body.items, body.placed.places)
        return Document(
            name=name,
            format="docx",
            blocks=tuple(body.placed.blocks),
            sha256=digest,
            page_count=self._page_count(body.rendered_pages, letters),
            contents=tuple(body.placed.contents),
            running=running,
            gaps=(*self._gaps, *body.placed.gaps, *pictures),
            notes=remarks(body.survey.counts, self._context.left_out),
            comments=tuple(said),
        )

    def body(self) -> Body:
        """The text, before anything is kept of it but what rules see."""
        embedded = Embedded(self._package, self._links)
        story = StoryReader(self._root, self._context, embedded)
        items: Sequence[Item] = tell_pictured_tables([*story.blocks(self._root)])
        items = mark_captions(with_tabbed(mark_contents(items)))
        items = mark_listed(mark_headings(items, self._context.styles))
        kinds = ("footnote", "endnote")
        notes = {kind: each for kind in kinds if (each := self._notes(kind))}
        cited = list(cited_notes(items, notes, self._root))
        is_paged = story.survey.has_rendered_breaks
        placer = Placer(self._package.name, pages_are_known=is_paged)
        return Body(
            self._part,
            self._root,
            items,
            placer.place(items, cited),
            story.survey,
            story.pages.number if is_paged else 0,
            embedded.picture_count,
        )

    def _related(self, kind: str) -> etree._Element | None:
        """The root of the first part of a kind that the text links to."""
        for relation in self._links.values():
            if relation.kind == kind and not relation.is_external:
                return self._root_of(relation.target)
        return None

    def _root_of(self, part: str) -> etree._Element | None:
        """The root of a part; None, and a gap, where it is damaged."""
        try:
            return self._package.root(part)
        except DamagedPartError:
            reason = Message.of("The part {part} of the file is damaged.", part=part)
            self._gaps.append(Gap(reason, Location(document=self._package.name)))
            return None

    def _links_of(self, part: str) -> dict[str, Relation]:
        try:
            return self._package.relations(part)
        except DamagedPartError:
            return {}

    def _notes(self, kind: str) -> Notes | None:
        root = self._related(f"{kind}s")
        if root is None:
            return None
        embedded = Embedded(self._package, {})
        return Notes(kind, StoryReader(root, self._context, embedded), root)

    def _running(self) -> Iterator[Paragraph]:
        """The texts of headers and footers, each once."""
        seen = set()
        place = Location(document=self._package.name)
        for relation in self._links.values():
            if relation.kind not in _RUNNING or relation.is_external:
                continue
            root = self._root_of(relation.target)
            if root is None:
                continue
            embedded = Embedded(self._package, self._links_of(relation.target))
            story = StoryReader(root, self._context, embedded)
            for text in filter(None, map(_text, story.blocks(root))):
                if text not in seen:
                    seen.add(text)
                    yield Paragraph(text, place, ParagraphRole.RUNNING)

    def _page_count(self, rendered: int, letters: int) -> int | None:
        """The pages that Word counted when it saved, where that can be; else the breaks."""
        counted = self._counted_pages()
        fits = counted > 0 and letters <= counted * _MAX_LETTERS_PER_PAGE
        if fits and rendered <= counted <= 2 * rendered + 10:
            return counted
        return rendered or (counted if fits else None)

    def _counted_pages(self) -> int:
        for relation in self._links_of("").values():
            if relation.kind == "extended-properties":
                root = self._root_of(relation.target)
                text = root.findtext("{*}Pages", "") if root is not None else ""
                return int(text) if text.isdecimal() and len(text) <= 5 else 0
        return 0


def _text(item: Item) -> str:
    if isinstance(item, Line):
        return item.printed if item.text else ""
    if isinstance(item, Grid):
        return " | ".join(cell.text for cell in item.table.cells if cell.text)
    return ""


def _letter_count(item: Item) -> int:
    if isinstance(item, Grid):
        return sum(len(cell.text) for cell in item.table.cells)
    return len(item.text) if isinstance(item, Line) else 0
