"""What a reader found before places are known, and the `Document` made of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plancheck.model.document import Block, Document, Paragraph, ParagraphRole
from plancheck.model.heading import Heading, true_levels
from plancheck.model.location import Location
from plancheck.model.table import Table
from plancheck.text.folding import squash
from plancheck.text.layout import (
    caption_kind,
    has_dot_leaders,
    is_bare_caption_label,
    is_contents_line,
    is_contents_title,
    running_indexes,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A heading (`level` from 1), a table, or else a paragraph.

    `lines` are those of the file, for contents lists, whose lines are entries; `page` is
    the page's number as if the file had pages. `notes` are the labels of the footnotes
    that it cites, or its own label if it is one.
    """

    text: str
    lines: tuple[str, ...] = ()
    page: int = 1
    level: int = 0
    role: ParagraphRole = ParagraphRole.BODY
    table: Table | None = None
    notes: tuple[str, ...] = ()

    @property
    def is_paragraph(self) -> bool:
        """Neither a heading nor a table."""
        return not self.level and self.table is None


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
    sorted_out = _with_captions(_with_contents(drafts))
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


def _with_contents(drafts: list[Draft]) -> list[Draft]:
    """Mark the contents list below its title, and lines with dot leaders anywhere."""
    marked = list(drafts)
    entries_follow = _entries_follow(drafts)
    index = 0
    while index < len(marked):
        draft = marked[index]
        if (
            draft.table is None
            and is_contents_title(draft.text)
            and entries_follow[index]
        ):
            index = _mark_contents(marked, index, entries_follow)
            continue
        if (
            draft.is_paragraph
            and draft.lines
            and all(map(has_dot_leaders, draft.lines))
        ):
            marked[index] = replace(draft, role=ParagraphRole.CONTENTS)
        index += 1
    return marked


def _entries_follow(drafts: Sequence[Draft]) -> list[bool]:
    """For each block whether the next paragraph, past headings, is a list of entries."""
    follows = False
    answers: list[bool] = []
    for draft in reversed(drafts):
        answers.append(follows)
        if draft.table is not None:
            follows = False
        elif draft.is_paragraph and draft.role is not ParagraphRole.RUNNING:
            follows = _is_entries(draft)
    return answers[::-1]


def _is_entries(draft: Draft) -> bool:
    """Whether most lines of a paragraph end with a page number."""
    lines = draft.lines or (draft.text,)
    return sum(map(is_contents_line, lines)) * 10 >= len(lines) * 6


def _mark_contents(marked: list[Draft], start: int, entries_follow: list[bool]) -> int:
    """Mark the list that begins at `start`; the index of the first block after it."""
    seen: set[str] = set()
    for index in range(start, len(marked)):
        draft = marked[index]
        if draft.role is ParagraphRole.RUNNING:
            continue
        title = squash(draft.text).rstrip("0123456789")
        is_entry = (
            draft.table is None
            and title not in seen
            and (
                index == start
                or _is_entries(draft)
                or (draft.level > 0 and entries_follow[index])
            )
        )
        if not is_entry:
            return index
        seen.update(
            squash(line).rstrip("0123456789") for line in draft.lines or (draft.text,)
        )
        marked[index] = replace(draft, level=0, role=ParagraphRole.CONTENTS)
    return len(marked)


_MAY_BE_CAPTIONS = {
    ParagraphRole.BODY,
    ParagraphRole.CAPTION,
    ParagraphRole.LIST_ITEM,  # "3. tabula. Rīcības plāns" begins as an item does
}


def _with_captions(drafts: list[Draft]) -> list[Draft]:
    """Mark captions, also those written as headings, and give each table its own."""
    marked = [
        replace(draft, level=0, role=ParagraphRole.CAPTION)
        if draft.table is None
        and draft.role in _MAY_BE_CAPTIONS
        and caption_kind(draft.text)
        else draft
        for draft in drafts
    ]
    shown = [
        index
        for index, draft in enumerate(marked)
        if draft.role not in {ParagraphRole.RUNNING, ParagraphRole.CONTENTS}
    ]
    for order, index in enumerate(shown):
        table = marked[index].table
        if table is None:
            continue
        before = shown[max(0, order - 2) : order]
        after = shown[order + 1 : order + 3]
        own = _caption_before(marked, before) or _caption_after(marked, after)
        caption = " ".join(marked[each].text for each in own)
        for each in own:
            marked[each] = replace(marked[each], role=ParagraphRole.CAPTION)
        marked[index] = replace(marked[index], table=replace(table, caption=caption))
    return marked


def _is_table_caption(draft: Draft) -> bool:
    return draft.role is ParagraphRole.CAPTION and caption_kind(draft.text) == "table"


def _caption_before(drafts: Sequence[Draft], before: Sequence[int]) -> list[int]:
    """The caption right above a table: one block, or a label and its title."""
    if not before:
        return []
    last = drafts[before[-1]]
    if _is_table_caption(last):
        return [before[-1]]
    label = drafts[before[0]] if len(before) == 2 else None
    if (
        label is not None
        and _is_table_caption(label)
        and is_bare_caption_label(label.text)
        and last.is_paragraph
        and len(last.text) <= 200
    ):
        return list(before)
    return []


def _caption_after(drafts: Sequence[Draft], after: Sequence[int]) -> list[int]:
    """The caption right below a table, unless it is that of a table below it."""
    if not after or not _is_table_caption(drafts[after[0]]):
        return []
    if len(after) == 2 and (
        drafts[after[1]].table is not None
        or is_bare_caption_label(drafts[after[0]].text)
    ):
        return []
    return [after[0]]
