"""Puts a document together from the parts of its package."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from odfdo import Element

from plancheck.sdk import (
    Document,
    Draft,
    Gap,
    Location,
    Message,
    Paragraph,
    ParagraphRole,
    assemble,
)
from plancheck_odt.numbering import read_numbering
from plancheck_odt.package import open_package
from plancheck_odt.story import Story

_LETTERS_PER_PICTURE = 200
"""With fewer letters for each picture the pages themselves are probably pictures."""

_RUNNING = (
    "header",
    "footer",
    "header-left",
    "footer-left",
    "header-first",
    "footer-first",
)


def read(path: Path) -> Document:
    """The document of a file; see `read_odt`."""
    name = str(path)
    package = open_package(path)
    story = Story(read_numbering((package.styles, package.content)))
    drafts = [
        draft
        for text in package.content.get_elements("//office:text")
        for draft in story.drafts(text.children)
    ]
    document = assemble(
        drafts,
        name=name,
        file_format="odt",
        sha256=package.sha256,
        page_count=None,
        footnotes=story.footnotes,
        has_running_titles=False,
    )
    running = tuple(_running(package.styles, story, name))
    deletions = len(package.content.get_elements("//text:deletion"))
    insertions = len(package.content.get_elements("//text:insertion"))
    return replace(
        document,
        page_count=package.page_count,
        running=(*document.running, *running),
        gaps=tuple(_gaps(name, drafts, story.tally)),
        notes=tuple(_notes(story.tally, insertions, deletions)),
    )


def _running(styles: Element, story: Story, name: str) -> Iterator[Paragraph]:
    """The texts of headers and footers, each once."""
    seen = set()
    for kind in _RUNNING:
        for each in styles.get_elements(f"//style:{kind}"):
            for draft in story.drafts(each.children):
                text = draft.text or _cells(draft)
                if text and not text.isdecimal() and text not in seen:
                    seen.add(text)
                    yield Paragraph(
                        text, Location(document=name), ParagraphRole.RUNNING
                    )


def _cells(draft: Draft) -> str:
    cells = draft.table.cells if draft.table else ()
    return " | ".join(cell.text for cell in cells if cell.text)


def _gaps(name: str, drafts: Sequence[Draft], tally: Counter[str]) -> Iterator[Gap]:
    """Embedded objects, and pictures where the document is mostly these."""
    place = Location(document=name)
    if tally["objects"]:
        reason = Message.of(
            "Embedded objects are not read: {count}, such as charts and spreadsheets.",
            count=tally["objects"],
        )
        yield Gap(reason, place)
    letters = sum(len(draft.text) + len(_cells(draft)) for draft in drafts)
    if letters < tally["pictures"] * _LETTERS_PER_PICTURE:
        reason = Message.of(
            "The document is mostly pictures ({pictures}), and text in them is not read.",
            pictures=tally["pictures"],
        )
        yield Gap(reason, place)


def _notes(tally: Counter[str], insertions: int, deletions: int) -> Iterator[Message]:
    """The view taken of tracked changes, hidden text and comments."""
    if insertions or deletions:
        yield Message.of(
            "The document has tracked changes: {inserted} insertions are read, "
            "{deleted} deletions are left out.",
            inserted=insertions,
            deleted=deletions,
        )
    if tally["hidden"]:
        yield Message.of(
            "Hidden sections are left out: {count}.", count=tally["hidden"]
        )
    if tally["comments"]:
        yield Message.of(
            "{comments} comments are not read as part of the text.",
            comments=tally["comments"],
        )
