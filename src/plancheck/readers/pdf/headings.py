"""Which paragraphs are headings: by bookmarks, tags, the contents list, or their looks.

What the producer wrote down outweighs looks; looks alone count for what is numbered on
from there, or where nothing was written down.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plancheck.readers.pdf.bookmarks import Bookmark
from plancheck.readers.pdf.contents import Entry
from plancheck.readers.pdf.pages import PageTable
from plancheck.readers.pdf.paragraphs import Item
from plancheck.sdk import (
    ParagraphRole,
    caption_kind,
    lazy_pattern,
    mend_letter_spacing,
    squash,
)

_MAX_LETTERS, _MAX_WORDS = 160, 22
_LONGEST = 300
_WORDS_PER_HEADING = 1500
_TITLE = 1.3  # of the size of the text: no title is smaller
_LARGER = 0.7  # points above the size of the text
_NUMBER = lazy_pattern(r"^\s*(\d{1,2}(?:\.\d{1,2}){0,4})\.?\)?\s+(?=\D)")
_ANY_NUMBER = lazy_pattern(
    r"(?<!\s)\s*(?:\d{1,2}(?:\.\d{1,2}){0,4}[.)]?|[IVXLC]{1,6}[.)])\s+"
)
_SENTENCE_END = (".", ";", ",", ":", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class _Look:
    """What ranks headings without numbers."""

    size: float
    is_bold: bool
    is_capitals: bool


@dataclass(slots=True)
class Sources:
    """What a file says of its headings; `body_size` is that of running text."""

    bookmarks: Sequence[Bookmark]
    entries: Sequence[Entry]
    body_size: float


def mark_headings(items: list[Item | PageTable], sources: Sources) -> None:
    """Give the headings among the items their levels; wrapped ones are made one item."""
    known = _Known(sources)
    _join_wrapped(items, known)
    emphasis = _Emphasis(items, sources.body_size)
    paragraphs = [item for item in items if isinstance(item, Item)]
    short = [item for item in paragraphs if len(item.text) <= _LONGEST]
    known.choose(short, emphasis)
    for item in short:
        item.level = known.bookmarked_level(item, tolerance=0)
    for item in short:
        item.level = (
            item.level
            or known.bookmarked_level(item, tolerance=1)
            or known.other_level(item)
        )
    stated = [item for item in paragraphs if item.level]
    words = sum(len(item.text.split()) for item in paragraphs)
    candidates = [item for item in paragraphs if _may_be(item, emphasis)]
    if len(stated) >= 3 and len(stated) * _WORDS_PER_HEADING >= words:
        _add_numbered(paragraphs, candidates)
        if known.is_contents_only(stated):
            first = paragraphs.index(stated[0])
            _add_alike(paragraphs[first:], candidates, emphasis)
    else:
        _add_by_looks(paragraphs, candidates, emphasis)
    _mark_title(paragraphs, sources.body_size)


def _plain(text: str) -> str:
    return squash(_ANY_NUMBER.sub("", text, count=1))


class _Known:
    """The titles that bookmarks and contents list tell, ready to be looked up."""

    def __init__(self, sources: Sources) -> None:
        self._bookmarks: dict[str, list[Bookmark]] = defaultdict(list)
        for each in sources.bookmarks:
            for key in {squash(each.title), _plain(each.title)}:
                self._bookmarks[key].append(each)
        self._entries = _entry_levels(sources.entries)
        self._used: set[str] = set()
        self._taken: set[int] = set()
        self._chosen: dict[str, int] = {}
        self._by_contents: set[int] = set()
        self.titles = {*self._bookmarks, *self._entries} - {""}
        self.beginnings = {title[:8] for title in self.titles}

    def choose(self, items: Iterable[Item], emphasis: "_Emphasis") -> None:
        """Keep for each entry of the contents list the item that looks most like a heading.

        The words of a heading stand in legends and captions too, often before it.
        """
        best: dict[str, tuple[bool, bool]] = {}
        for item in items:
            key = _plain(item.text)
            if item.role is ParagraphRole.BODY and key in self._entries:
                look = emphasis.of(item)
                is_set_off = look.is_bold or look.size > emphasis.body_size + _LARGER
                rank = (bool(_ANY_NUMBER.match(item.text)), is_set_off)
                if key not in best or rank > best[key]:
                    best[key] = rank
                    self._chosen[key] = self._chosen[squash(item.text)] = id(item)

    def bookmarked_level(self, item: Item, *, tolerance: int) -> int:
        """The level that a bookmark of this page, or one nearby, gives; 0 for none."""
        if item.role is not ParagraphRole.BODY:
            return 0
        for key in (squash(item.text), _plain(item.text)):
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
        for key in (squash(item.text), _plain(item.text)):
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
        match = _NUMBER.match(entry.title)
        depth = len(match[1].split(".")) if match else 0
        rank = max(sum(left <= entry.left + 4 for left in lefts), 1)
        level = depth or (rank if 1 < len(lefts) <= 6 else 1)
        levels.setdefault(squash(entry.title), level)
        levels.setdefault(_plain(entry.title), level)
    return levels


def _join_wrapped(items: list[Item | PageTable], known: _Known) -> None:
    """Join the paragraphs that a wrapped heading was taken for."""
    index = 0
    while index < len(items):
        first = items[index]
        if isinstance(first, Item) and len(first.text) <= _LONGEST:
            text = squash(first.text)
            if text[:8] in known.beginnings and text not in known.titles:
                _join_from(items, index, text, known)
        index += 1


def _join_from(
    items: list[Item | PageTable], index: int, text: str, known: _Known
) -> None:
    first = items[index]
    pieces: list[Item] = []
    for item in items[index + 1 : index + 4]:
        if not isinstance(item, Item) or len(text) > _LONGEST:
            return
        pieces.append(item)
        text += squash(item.text)
        if text in known.titles and isinstance(first, Item):
            first.text = " ".join([first.text, *(piece.text for piece in pieces)])
            first.lines += [line for piece in pieces for line in piece.lines]
            del items[index + 1 : index + 1 + len(pieces)]
            return


class _Emphasis:
    """Tells the looks of letters, where names of fonts do not tell bold ones too."""

    def __init__(self, items: Iterable[Item | PageTable], body_size: float) -> None:
        self.body_size = body_size
        lines = [
            line for item in items if isinstance(item, Item) for line in item.lines
        ]
        fonts: Counter[str] = Counter()
        large: Counter[str] = Counter()
        for line in lines:
            fonts[line.font] += len(line.text)
            if line.size > body_size + _LARGER:
                large[line.font] += 1
        usual = fonts.most_common(1)[0][0] if fonts else ""
        self._bold_fonts: set[str] = set()
        if not any(line.is_bold for line in lines):
            self._bold_fonts = {font for font in large if font != usual}

    def of(self, item: Item) -> _Look:
        """The look of a paragraph's first line."""
        line = item.first
        is_bold = line.is_bold or line.font in self._bold_fonts
        letters = [each for each in item.text if each.isalpha()]
        return _Look(line.size, is_bold, bool(letters) and item.text.isupper())


def _may_be(item: Item, emphasis: _Emphasis) -> bool:
    """Whether words and looks are those of a heading."""
    text = item.text
    if (
        item.level
        or item.role is not ParagraphRole.BODY
        or not 3 <= len(text) <= _MAX_LETTERS
        or len(text.split()) > _MAX_WORDS
        or text.endswith(_SENTENCE_END)
        or not text[0].isalnum()
        or text[0].islower()
        or not _is_worded(text)
        or caption_kind(text) is not None
    ):
        return False
    look = emphasis.of(item)
    is_large = look.size > emphasis.body_size + _LARGER
    return is_large or look.is_bold or look.is_capitals


def _is_worded(text: str) -> bool:
    """Whether more than half of what stands behind a number is letters: `3.2.2 Ezeri`."""
    words = _ANY_NUMBER.sub("", text, count=1)
    return sum(map(str.isalpha, words)) * 2 > len(words)


def _number_of(item: Item) -> tuple[int, ...]:
    match = _NUMBER.match(item.text + " ")
    return tuple(map(int, match[1].split("."))) if match else ()


def _add_numbered(items: Sequence[Item], candidates: Iterable[Item]) -> None:
    """Levels for candidates whose number goes on from the headings before."""
    may_be = set(map(id, candidates))
    last: tuple[int, ...] = ()
    for item in items:
        number = _number_of(item)
        if item.level and number:
            last = number
        elif id(item) in may_be and len(number) >= 2 and _goes_on(last, number):
            last = number
            item.level = len(number)


def _goes_on(last: tuple[int, ...], number: tuple[int, ...]) -> bool:
    if number[:-1] == last:
        return number[-1] == 1
    depth = len(number)
    return last[: depth - 1] == number[:-1] and number[-1] == last[depth - 1] + 1


def _add_alike(
    items: Sequence[Item], candidates: Iterable[Item], emphasis: _Emphasis
) -> None:
    """Levels for candidates larger than the text and set like headings in the list."""
    levels: dict[_Look, Counter[int]] = defaultdict(Counter)
    for item in items:
        if item.level:
            levels[emphasis.of(item)][item.level] += 1
    smallest = min((look.size for look in levels), default=0.0)
    deepest = max((item.level for item in items), default=0)
    later = set(map(id, items[:-1]))  # the last paragraph heads nothing
    for item in candidates:
        look = emphasis.of(item)
        if (
            item.level
            or id(item) not in later
            or look.size <= emphasis.body_size + _LARGER
        ):
            continue
        if look in levels:
            item.level = levels[look].most_common(1)[0][0]
        elif look.size < smallest and (look.is_bold or _number_of(item)):
            item.level = min(deepest + 1, 9)


def _add_by_looks(
    items: Sequence[Item], candidates: Sequence[Item], emphasis: _Emphasis
) -> None:
    """Levels by number, without one as others that look the same, or by rank of size."""
    chosen = list(_without_cover(items, candidates))
    looks = {id(item): emphasis.of(item) for item in chosen}
    ranks = sorted(
        {(look.size, look.is_capitals) for look in looks.values()}, reverse=True
    )
    numbered: dict[_Look, int] = {}
    for item in chosen:
        if number := _number_of(item):
            look = looks[id(item)]
            numbered[look] = min(numbered.get(look, 9), len(number))
    for item in chosen:
        look = looks[id(item)]
        rank = min(ranks.index((look.size, look.is_capitals)) + 1, 3)
        item.level = len(_number_of(item)) or numbered.get(look, rank)


def _without_cover(items: Sequence[Item], candidates: Sequence[Item]) -> Iterator[Item]:
    """The candidates that stand below some text, or on another page than the first."""
    texts = [item for item in items if len(item.text) > 80]
    first_text = texts[0] if texts else None
    is_cover = True
    order = {id(item): index for index, item in enumerate(items)}
    for item in candidates:
        if is_cover and (
            item.page_number > 1
            or _ANY_NUMBER.match(item.text)
            or (first_text is not None and order[id(item)] > order[id(first_text)])
        ):
            is_cover = False
        if not is_cover:
            yield item


def _mark_title(items: Sequence[Item], body_size: float) -> None:
    """Give the largest lines of the first page the role of the title."""
    cover = [item for item in items if item.page_number == 1 and not item.level]
    largest = max((item.size for item in cover), default=0.0)
    if largest < body_size * _TITLE:
        return
    for item in cover:
        if item.size > largest - _LARGER and len(item.text) <= _LONGEST:
            item.role = ParagraphRole.TITLE


def mended_heading(text: str) -> str:
    """The text with its letters together, where it may be a heading's."""
    return mend_letter_spacing(text) if len(text) <= _LONGEST else text
