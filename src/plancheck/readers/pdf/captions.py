"""The captions of tables, in the paragraphs before and after them."""

from collections.abc import Sequence

from plancheck.readers.pdf.joining import WholeTable
from plancheck.readers.pdf.paragraphs import Item
from plancheck.sdk import ParagraphRole, caption_kind, is_bare_caption_label

_MAX_TITLE = 200


def mark_captions(items: Sequence[Item | WholeTable]) -> None:
    """Give captions their role, and tables their captions."""
    for item in items:
        if isinstance(item, Item) and _is_caption(item):
            item.role, item.level = ParagraphRole.CAPTION, 0
    taken: set[int] = set()
    for index, table in enumerate(items):
        if not isinstance(table, WholeTable):
            continue
        own = _before(items, index) or _after(items, index)
        own = [each for each in own if id(each) not in taken]
        taken.update(map(id, own))
        for each in own:
            each.role, each.level = ParagraphRole.CAPTION, 0
        table.caption = " ".join(each.text for each in own)


def _is_caption(item: Item) -> bool:
    return (
        item.role is ParagraphRole.BODY
        and len(item.text) <= 300
        and caption_kind(item.text) is not None
    )


def _paragraph_at(items: Sequence[Item | WholeTable], index: int) -> Item | None:
    item = items[index] if 0 <= index < len(items) else None
    return item if isinstance(item, Item) else None


def _before(items: Sequence[Item | WholeTable], index: int) -> list[Item]:
    """The caption above a table; its label may have a line of its own."""
    last = _paragraph_at(items, index - 1)
    if last is None:
        return []
    if caption_kind(last.text) == "table":
        return [last]
    label = _paragraph_at(items, index - 2)
    if (
        label is not None
        and is_bare_caption_label(label.text)
        and caption_kind(label.text) == "table"
        and len(last.text) <= _MAX_TITLE
        and not last.level
    ):
        return [label, last]
    return []


def _after(items: Sequence[Item | WholeTable], index: int) -> list[Item]:
    """The caption below a table, unless it is the next table's."""
    first = _paragraph_at(items, index + 1)
    if (
        first is None
        or caption_kind(first.text) != "table"
        or is_bare_caption_label(first.text)
        or isinstance(next(iter(items[index + 2 : index + 3]), None), WholeTable)
    ):
        return []
    return [first]
