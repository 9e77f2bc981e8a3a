"""The document that drafts make: contents and running titles apart, each block in its place."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plancheck.drafts.captions import with_captions
from plancheck.drafts.contents import with_contents
from plancheck.drafts.draft import Draft
from plancheck.model.document import Block, Document, Paragraph, ParagraphRole
from plancheck.model.heading import Heading, true_levels
from plancheck.model.location import Location
from plancheck.text.layout import running_indexes


def assemble(  # noqa: PLR0913 - a document's facts, all but one by keyword
    drafts: Sequence[Draft],
    *,
    name: str,
    file_format: str,
    sha256: str,
    page_count: int | None,
    footnotes: Sequence[Draft] = (),
    has_running_titles: bool = True,
) -> Document:
    """Tell contents, running titles and captions apart, and give each block its place.

    Args:
        drafts: What the file holds, in reading order.
        name: The path as the user gave it.
        file_format: What the reader is called.
        sha256: Of the file, in hexadecimal.
        page_count: None where the drafts do not tell their pages.
        footnotes: What stands at the end, each in the section that cites it first.
        has_running_titles: Whether lines that pages repeat may stand among the drafts;
            a format that keeps them apart has none there.
    """
    drafts = _with_running(drafts) if has_running_titles else list(drafts)
    sorted_out = with_captions(with_contents(drafts))
    aside = {ParagraphRole.CONTENTS: [], ParagraphRole.RUNNING: []}  # type: dict[ParagraphRole, list[Draft]]
    body: list[Draft] = []
    for draft in sorted_out:
        aside.get(draft.role, body).append(draft)
    blocks = tuple(_placed([*body, *footnotes], name, page_count))
    return Document(
        name=name,
        format=file_format,
        blocks=blocks,
        sha256=sha256,
        page_count=page_count,
        contents=_lines_of(aside[ParagraphRole.CONTENTS], name, page_count),
        running=_lines_of(aside[ParagraphRole.RUNNING], name, page_count),
    )


def _placed(
    drafts: Sequence[Draft], name: str, page_count: int | None
) -> Iterator[Block]:
    """The blocks with their headings above, their numbers and pages.

    A footnote stands in the section that cites it first.
    """
    drafts = tuple(_nested(drafts))
    above: list[Heading] = []
    cited: dict[str, tuple[str, ...]] = {}
    table_number = 0
    for index, draft in enumerate(drafts):
        if draft.level:
            while above and above[-1].level >= draft.level:
                above.pop()
        location = Location(
            document=name,
            section=tuple(heading.text for heading in above),
            page_number=draft.page if page_count else None,
            block_index=index,
        )
        if draft.table is not None:
            table_number += 1
            place = replace(location, table_number=table_number)
            yield replace(draft.table, location=place)
        elif draft.level:
            place = replace(location, section=(*location.section, draft.text))
            heading = Heading(draft.text, draft.level, place)
            above.append(heading)
            yield heading
        elif draft.role is ParagraphRole.FOOTNOTE:
            section = next((cited[note] for note in draft.notes if note in cited), ())
            place = replace(location, section=section)
            yield Paragraph(draft.text, place, draft.role)
        else:
            yield Paragraph(draft.text, location, draft.role)
        for note in draft.notes:
            cited.setdefault(note, tuple(heading.text for heading in above))


def _nested(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts with the levels at which their headings truly stand."""
    headings = [draft for draft in drafts if draft.level and draft.table is None]
    stated = tuple(Heading(each.text, each.level, Location()) for each in headings)
    levels = iter(true_levels(stated))
    for draft in drafts:
        is_heading = draft.level and draft.table is None
        yield replace(draft, level=next(levels)) if is_heading else draft


def _lines_of(
    drafts: Sequence[Draft], name: str, page_count: int | None
) -> tuple[Paragraph, ...]:
    """A paragraph for each line, for contents and running titles."""
    return tuple(
        Paragraph(
            line,
            Location(document=name, page_number=draft.page if page_count else None),
            draft.role,
        )
        for draft in drafts
        for line in (draft.lines or (draft.text,))
    )


def _with_running(drafts: Sequence[Draft]) -> list[Draft]:
    """Mark the titles that pages repeat."""
    running = running_indexes(
        [
            draft.text
            if draft.is_paragraph and draft.role is ParagraphRole.BODY
            else ""
            for draft in drafts
        ]
    )
    return [
        replace(draft, role=ParagraphRole.RUNNING) if index in running else draft
        for index, draft in enumerate(drafts)
    ]
