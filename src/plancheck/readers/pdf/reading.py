"""Puts a document together from its pages."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from plancheck.readers.collector import collector_paused
from plancheck.readers.pdf import pdfium
from plancheck.readers.pdf.bookmarks import bookmarks
from plancheck.readers.pdf.captions import mark_captions
from plancheck.readers.pdf.contents import take_contents
from plancheck.readers.pdf.finishing import Finishing, has_marks
from plancheck.readers.pdf.footnotes import (
    Footnote,
    cited_in,
    note_text,
    take_footnotes,
)
from plancheck.readers.pdf.headings import mark_headings, mended_heading
from plancheck.readers.pdf.health import (
    document_health,
    gaps,
    photograph_notes,
    recognition_notes,
)
from plancheck.readers.pdf.joining import WholeTable, join_tables
from plancheck.readers.pdf.lines import box_of
from plancheck.readers.pdf.opening import open_pdf
from plancheck.readers.pdf.page_labels import PageLabels
from plancheck.readers.pdf.page_reading import MAX_PAGES, read_pages, recognise
from plancheck.readers.pdf.pages import PageContent, PageTable
from plancheck.readers.pdf.paragraphs import Item, Spacing, paragraphs, spacing_of
from plancheck.readers.pdf.pictured import tell_pictures
from plancheck.readers.pdf.places import Note, Placer
from plancheck.readers.pdf.running import set_apart
from plancheck.readers.pdf.stated_titles import Sources
from plancheck.sdk import Document, Location, Message, Paragraph, ParagraphRole, tidy

_MAX_NAMED = 20  # pages that a note lists


def read(path: Path, password: str | None, *, has_ocr: bool) -> Document:
    """The document of a file; see `read_pdf`."""
    with open_pdf(path, password) as (handle, digest), collector_paused():
        pages = read_pages(handle)
        tell_pictures(handle, pages)
        if has_ocr:
            recognise(handle, pages)
        return _Assembly(str(path), handle, pages).document(digest, has_ocr=has_ocr)


class _Assembly:
    """The document that the pages of one opened file make."""

    def __init__(
        self, name: str, handle: pdfium.Handle, pages: Sequence[PageContent]
    ) -> None:
        """Take headers, footers, contents lists and footnotes out of the pages."""
        self._name = name
        self._handle = handle
        self._pages = pages
        self._running = set_apart(pages)
        self._labels = PageLabels(handle, self._running.labels)
        self._entries = take_contents(pages)
        self._spacing: Spacing = spacing_of(pages)
        self._footnotes = take_footnotes(pages, self._spacing.body_size)

    def document(self, digest: str, *, has_ocr: bool) -> Document:
        """The whole document.

        Args:
            digest: SHA-256 of the file, in hexadecimal.
            has_ocr: Whether pages without usable text were read from their pictures.
        """
        parts = paragraphs(self._pages, self._spacing)
        finishing = self._finishing(parts)
        items = self._items(parts, finishing)
        placer = Placer(self._name, self._labels.of, self._pages)
        healths = [page.health for page in self._pages]
        page_count = pdfium.page_count(self._handle)
        return Document(
            name=self._name,
            format="pdf",
            blocks=placer.place(items, _placeable(self._footnotes, finishing)),
            sha256=digest,
            page_count=page_count,
            contents=tuple(self._contents()),
            running=tuple(self._running_texts()),
            gaps=tuple(gaps(self._name, healths)),
            notes=(
                *_limit_notes(page_count),
                *photograph_notes(healths),
                *recognition_notes(healths, has_ocr=has_ocr),
                *_drawing_notes(self._pages),
            ),
            health=document_health(healths),
        )

    def _finishing(self, parts: Sequence[Item | PageTable]) -> Finishing:
        texts = [part.text for part in parts]
        texts += map(note_text, self._footnotes)
        return Finishing(texts, (note.mark for note in self._footnotes))

    def _items(
        self, parts: list[Item | PageTable], finishing: Finishing
    ) -> list[Item | WholeTable]:
        """The paragraphs and whole tables, their texts finished, with roles and levels."""
        for part in parts:
            if isinstance(part, Item):
                if has_marks(part.text):
                    part.marks = tuple(cited_in(part.text))
                part.text = mended_heading(finishing.finished(part.text))
        body_size = self._spacing.body_size
        mark_headings(parts, Sources(bookmarks(self._handle), self._entries, body_size))
        items = join_tables(parts, lambda number: self._pages[number - 1].frame.height)
        _finish_cells(items, finishing)
        mark_captions(items)
        return items

    def _contents(self) -> Iterator[Paragraph]:
        for entry in self._entries:
            place = self._place(entry.line.page_number)
            yield Paragraph(tidy(entry.text), place, ParagraphRole.CONTENTS)

    def _running_texts(self) -> Iterator[Paragraph]:
        for text, page_number in self._running.texts:
            place = self._place(page_number)
            yield Paragraph(tidy(text), place, ParagraphRole.RUNNING)

    def _place(self, page_number: int) -> Location:
        return Location(
            document=self._name,
            page_number=page_number,
            page_label=self._labels.of(page_number),
        )


def _finish_cells(items: Iterable[Item | WholeTable], finishing: Finishing) -> None:
    """Finish the texts of tables, once they are whole: a page's end may cut a word too."""
    for item in items:
        if isinstance(item, WholeTable):
            cells = item.cells
            for index, cell in enumerate(cells):
                text = finishing.finished(cell.text)
                if text != cell.text:  # seldom, and a copy takes longer
                    cells[index] = cell._replace(text=text)


def _placeable(notes: Iterable[Footnote], finishing: Finishing) -> Iterator[Note]:
    for note in notes:
        text = finishing.finished(note_text(note))
        yield Note(text, note.mark, note.lines[0].page_number, box_of(note.lines))


def _limit_notes(page_count: int) -> Iterator[Message]:
    """That pages were left out."""
    if page_count > MAX_PAGES:
        yield Message.of(
            "Only the first {limit} of {pages} pages are read.",
            limit=MAX_PAGES,
            pages=page_count,
        )


def _drawing_notes(pages: Sequence[PageContent]) -> Iterator[Message]:
    """On which pages nobody looked for tables."""
    cut = [page.number for page in pages if page.health.is_cut]
    if cut:
        yield Message.of(
            "No table is sought on pages with too many drawn shapes: {pages}.",
            pages=", ".join(map(str, cut[:_MAX_NAMED]))
            + " …" * (len(cut) > _MAX_NAMED),
        )
