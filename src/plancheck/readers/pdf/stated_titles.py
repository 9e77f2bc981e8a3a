"""The titles that a file states: in its bookmarks, its tags and its list of contents."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plancheck.readers.pdf.bookmarks import Bookmark
from plancheck.readers.pdf.contents import Entry
from plancheck.readers.pdf.heading_numbers import has_number, number_of, without_number
from plancheck.readers.pdf.looks import LARGER, Looks
from plancheck.readers.pdf.pages import PageTable
from plancheck.readers.pdf.paragraphs import Item
from plancheck.sdk import ParagraphRole, caption_kind, squash

LONGEST = 300
"""Letters of a paragraph that may be a heading, or a piece of one."""


@dataclass(slots=True)
class Sources:
    """What a file says of its headings; `body_size` is that of running text."""

    bookmarks: Sequence[Bookmark]
    entries: Sequence[Entry]
    body_size: float


class StatedTitles:
    """The titles that bookmarks and contents list tell, ready to be looked up."""

    def __init__(self, sources: Sources) -> None:
        self._bookmarks: dict[str, list[Bookmark]] = defaultdict(list)
        for each in sources.bookmarks:
            for key in {squash(each.title), _bare(each.title)}:
                self._bookmarks[key].append(each)
        self._entries = _entry_levels(sources.entries)
        self._used: set[str] = set()
        self._taken: set[int] = set()
        self._chosen: dict[str, int] = {}
        self._by_contents: set[int] = set()
        self.titles = {*self._bookmarks, *self._entries} - {""}
        self.beginnings = {title[:8] for title in self.titles}

    def choose(self, items: Iterable[Item], looks: Looks) -> None:
        """Keep for each entry of the contents list the item that looks most like a heading.

        The words of a heading stand in legends and captions too, often before it.
        """
        best: dict[str, tuple[bool, bool]] = {}
        for item in items:
            key = _bare(item.text)
            if item.role is ParagraphRole.BODY and key in self._entries:
                look = looks.of(item)
                is_set_off = look.is_bold or look.size > looks.body_size + LARGER
                rank = (has_number(item.text), is_set_off)
                if key not in best or rank > best[key]:
                    best[key] = rank
                    self._chosen[key] = self._chosen[squash(item.text)] = id(item)

    def bookmarked_level(self, item: Item, *, tolerance: int) -> int:
        """The level that a bookmark of this page, or one nearby, gives; 0 for none."""
        if item.role is not ParagraphRole.BODY:
            return 0
        for key in (squash(item.text), _bare(item.text)):
            for each in self._bookmarks.get(key, ()):
                is_near = abs(each.page_number - item.page_number) <= tolerance
                if is_near and id(each) not in self._taken:
                    self._taken.add(id(each))
                    return each.level
        return 0

    def other_level(self, item: Item) -> int:
        """The level that tags or the contents list give; 0 where neither does."""
        if item.role is not ParagraphRole.BODY:
            return 0
        if (level := _tagged_level(item)) and caption_kind(item.text) is None:
            return level
        for key in (squash(item.text), _bare(item.text)):
            if self._chosen.get(key, id(item)) != id(item):
                continue
            if key in self._entries and key not in self._used:
                self._used.add(key)
                self._by_contents.add(id(item))
                return self._entries[key]
        return 0

    def is_contents_only(self, stated: Sequence[Item]) -> bool:
        """Whether most headings are known of the contents list, which leaves some out."""
        return sum(id(item) in self._by_contents for item in stated) * 2 > len(stated)


def _bare(text: str) -> str:
    """A title by its letters, without its number: lists of contents leave it out."""
    return squash(without_number(text))


def _tagged_level(item: Item) -> int:
    tag = item.first.tag
    if len(tag) == 2 and tag[0] == "H" and tag[1].isdecimal():
        return int(tag[1])
    return 0


def _entry_levels(entries: Sequence[Entry]) -> dict[str, int]:
    """Levels by the indents of the list, where it has any, else by the numbers."""
    lefts: list[float] = []
    for left in sorted(entry.left for entry in entries if entry.title):
        if not lefts or left - lefts[-1] > 4:
            lefts.append(left)
    levels: dict[str, int] = {}
    for entry in entries:
        depth = len(number_of(entry.title))
        rank = max(sum(left <= entry.left + 4 for left in lefts), 1)
        level = depth or (rank if 1 < len(lefts) <= 6 else 1)
        levels.setdefault(squash(entry.title), level)
        levels.setdefault(_bare(entry.title), level)
    return levels


def join_wrapped(items: list[Item | PageTable], stated: StatedTitles) -> None:
    """Join the paragraphs that a wrapped heading was taken for."""
    index = 0
    while index < len(items):
        first = items[index]
        if isinstance(first, Item) and len(first.text) <= LONGEST:
            text = squash(first.text)
            if text[:8] in stated.beginnings and text not in stated.titles:
                _join_from(items, index, text, stated)
        index += 1


def _join_from(
    items: list[Item | PageTable], index: int, text: str, stated: StatedTitles
) -> None:
    first = items[index]
    pieces: list[Item] = []
    for item in items[index + 1 : index + 4]:
        if not isinstance(item, Item) or len(text) > LONGEST:
            return
        pieces.append(item)
        text += squash(item.text)
        if text in stated.titles and isinstance(first, Item):
            first.text = " ".join([first.text, *(piece.text for piece in pieces)])
            first.lines += [line for piece in pieces for line in piece.lines]
            del items[index + 1 : index + 1 + len(pieces)]
            return
