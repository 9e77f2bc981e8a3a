"""Captions among drafts, and which table each of them is of."""

from collections.abc import Sequence
from dataclasses import replace

from plancheck.drafts.draft import Draft
from plancheck.model.document import ParagraphRole
from plancheck.text.layout import caption_kind, is_bare_caption_label

_MAY_BE_CAPTIONS = {
    ParagraphRole.BODY,
    ParagraphRole.CAPTION,
    ParagraphRole.LIST_ITEM,  # "3. tabula. Rīcības plāns" begins as an item does
}


def with_captions(drafts: list[Draft]) -> list[Draft]:
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
