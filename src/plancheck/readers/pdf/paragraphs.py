"""Paragraphs: lines put together over line ends, columns and pages."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from plancheck.readers.pdf.corners import Corners
from plancheck.readers.pdf.lines import Line, box_of
from plancheck.readers.pdf.pages import PageContent, PageTable
from plancheck.readers.pdf.words import LINE_END_HYPHENS
from plancheck.sdk import ParagraphRole, lazy_pattern

BULLETS = "•▪●◦‣►■□➢❖✓✔➔→·o–—-\uf0b7\uf0a7\uf0d8\uf02d\uf0fc\uf076\uf0e0\uf06e\uf071\uf0be\u2212"
_BULLET = lazy_pattern(rf"(?:[{re.escape(BULLETS)}])\s+(?=\S)")
_LABEL = lazy_pattern(
    r"(?:\d{1,3}[.)]|\(?[a-zA-Z]\)|\d{1,2}(?:\.\d{1,2}){1,4}\.?|[IVX]{1,5}\.)\s+"
    r"(?=[A-ZĀ-ŽА-Я“\"„(«])"
)
_ENDS = (".", "!", "?", ":", ";", "…", ".”", ".“", '."', ".)")
_ORDINAL = lazy_pattern(r"\d\.$")
_SAME_SIZE = 0.6  # points
_ENDS_IN_DASH = lazy_pattern(r"[^\s–—-][–—-]$")
_ADDRESS = lazy_pattern(r"(?:https?://|www\.)\S+$")
_RUNNING_TEXT = 40  # letters: a shorter line may be an item of a list or an axis label
_FEW_LINES = 8  # of one size: too few to tell their usual pitch
_SPACE = 0.25  # of the size of the letters


@dataclass(slots=True)
class Item:
    """A paragraph with the lines that it is of; `level` is that of a heading, else 0."""

    lines: list[Line]
    text: str
    role: ParagraphRole = ParagraphRole.BODY
    level: int = 0
    marks: tuple[str, ...] = ()

    @property
    def page_number(self) -> int:
        """Of the first line."""
        return self.lines[0].page_number

    @property
    def first(self) -> Line:
        """The first line."""
        return self.lines[0]

    @property
    def size(self) -> float:
        """Of the letters of the first line."""
        return self.lines[0].size

    @property
    def box(self) -> Corners:
        """Around the lines on the first page."""
        return box_of(self.lines)


@dataclass(slots=True)
class Spacing:
    """What is usual in a document: the size of its text, the pitch of its lines by size.

    A pitch is from the top of a line to that of the next, in points. Sizes of few lines, as
    on a title page, are `rare`: theirs is what it would be if they were set as the body is.
    """

    body_size: float = 0.0
    pitches: dict[float, float] = field(default_factory=dict)
    rare: dict[float, float] = field(default_factory=dict)

    def pitch(self, above: Line, line: Line) -> float:
        """The usual pitch of lines of the upper one's size."""
        usual = self.pitches.get(above.size, (above.bottom - above.top) * 1.15)
        if line.text[0].isupper():
            return min(usual, self.rare.get(above.size, usual))
        return usual


def spacing_of(pages: Iterable[PageContent]) -> Spacing:
    """What is usual in these pages."""
    sizes: Counter[float] = Counter()
    pitches: dict[float, Counter[float]] = {}
    for page in pages:
        lines = [item for item in page.items if isinstance(item, Line)]
        for line in lines:
            sizes[line.size] += len(line.text)
        for above, line in pairwise(lines):
            pitch = line.top - above.top
            if above.size == line.size and 0 < pitch < 3 * (line.bottom - line.top):
                pitches.setdefault(line.size, Counter())[round(pitch * 2) / 2] += 1
    usual = {size: _smallest_frequent(counts) for size, counts in pitches.items()}
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    few = {size for size, counts in pitches.items() if counts.total() < _FEW_LINES}
    ratio = usual[body] / body if body in usual else 0.0
    return Spacing(body, usual, {size: size * ratio for size in few if ratio})


def _smallest_frequent(counts: Counter[float]) -> float:
    """The smallest pitch that a third as many lines have as the most frequent one."""
    most = counts.most_common(1)[0][1]
    return min(pitch for pitch, count in counts.items() if count * 3 >= most)


def paragraphs(
    pages: Sequence[PageContent], spacing: Spacing
) -> list[Item | PageTable]:
    """The paragraphs and tables of all pages, in order."""
    found: list[Item | PageTable] = []
    for page in pages:
        for run in _runs(page):
            if isinstance(run, PageTable):
                found.append(run)
                continue
            for lines in _parted(run, spacing):
                previous = found[-1] if found else None
                if isinstance(previous, Item) and _runs_on(previous, lines[0]):
                    previous.text = _with_lines(previous.text, lines)
                    previous.lines += lines
                else:
                    found.append(Item(lines, _with_lines("", lines)))
    return found


def _runs(page: PageContent) -> Iterator[list[Line] | PageTable]:
    """Lines that follow each other down one column, and the tables between them."""
    run: list[Line] = []
    for item in page.items:
        if isinstance(item, PageTable):
            if run:
                yield run
            run = []
            yield item
            continue
        if run and not _is_below(run[-1], item):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _is_below(above: Line, line: Line) -> bool:
    height = max(above.bottom - above.top, line.bottom - line.top)
    gap = line.top - above.top
    overlap = min(above.right, line.right) - max(above.left, line.left)
    return -0.5 * height < gap < 2.2 * height and overlap > -2 * height


def _parted(run: Sequence[Line], spacing: Spacing) -> Iterator[list[Line]]:
    """A run of lines, parted where a paragraph begins."""
    margin = max(line.right for line in run)
    paragraph = [run[0]]
    for line in run[1:]:
        if _begins(paragraph, line, margin, spacing):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _begins(
    paragraph: Sequence[Line], line: Line, margin: float, spacing: Spacing
) -> bool:
    """Whether a line begins a paragraph of its own."""
    above = paragraph[-1]
    if line.tag and above.tag and not _is_cut_by_tags(above, line):
        return line.unit != above.unit
    if abs(line.middle - above.middle) < 0.4 * (above.bottom - above.top):
        return False
    if _is_far_below(above, line, spacing.pitch(above, line)):
        return True
    if _looks_differ(above, line):
        return not above.text.endswith(LINE_END_HYPHENS)
    had_room = above.right + _SPACE * above.size + line.lead < margin - 2
    is_indented = line.left > above.left + 0.8 * line.size
    is_new = had_room or (is_indented and above.text.endswith(_ENDS))
    return _begins_with_label(above, line, had_room=had_room) or (
        is_new and not _are_centred(above, line)
    )


def _is_far_below(above: Line, line: Line, pitch: float) -> bool:
    """Whether more than the usual space parts two lines.

    One page may be set looser than the others; in a sentence that goes on in small letters
    the space tells less.
    """
    goes_on = line.text[0].islower() and not above.text.endswith(_ENDS)
    most = 1.9 if goes_on else 1.25
    return line.top - above.top > pitch * most + 0.5


def _is_cut_by_tags(above: Line, line: Line) -> bool:
    """Whether two tagged paragraphs may be one sentence, so that the lines have to tell.

    Programs that tag a finished PDF take the first line of a paragraph with a hanging number
    for a paragraph of its own.
    """
    return (
        above.tag == line.tag == "P"
        and above.unit != line.unit
        and not above.text.endswith(_ENDS)
        and (line.text[0].islower() or len(above.text) >= _RUNNING_TEXT)
    )


def _looks_differ(above: Line, line: Line) -> bool:
    is_capitals = above.text.isupper() and len(above.text) > 3
    return (
        abs(line.size - above.size) > _SAME_SIZE
        or line.is_bold != above.is_bold
        or (is_capitals and not line.text.isupper())
    )


def _begins_with_label(above: Line, line: Line, *, had_room: bool) -> bool:
    """Whether a line begins with a bullet or a number that is no part of a sentence."""
    is_free = had_room or above.text.endswith(_ENDS)
    if _BULLET.match(line.text):
        return is_free or line.text[0] not in "–—-·o"
    return is_free and bool(_LABEL.match(line.text))


def _are_centred(above: Line, line: Line) -> bool:
    centres = above.left + above.right, line.left + line.right
    return abs(centres[0] - centres[1]) < 6 and abs(above.left - line.left) > 3


def _runs_on(previous: Item, line: Line) -> bool:
    """Whether a paragraph goes on in another column or on the next page."""
    above = previous.lines[-1]
    if above.text.endswith(LINE_END_HYPHENS):
        return True
    is_elsewhere = line.page_number == above.page_number + 1 or (
        line.page_number == above.page_number and line.bottom < above.top
    )
    return (
        is_elsewhere
        and abs(above.size - line.size) <= _SAME_SIZE
        and above.is_bold == line.is_bold
        and not _BULLET.match(line.text)
        and _breaks_off(previous.text, line.text[:1])
    )


def _breaks_off(text: str, following: str) -> bool:
    """Whether a text goes on with a letter or digit, as in the middle of a sentence."""
    if text.endswith(_ENDS):
        return following.islower() and bool(_ORDINAL.search(text))
    return following.islower() or following.isdecimal() or text.endswith(",")


def _with_lines(text: str, lines: Iterable[Line]) -> str:
    for line in lines:
        is_whole = _ENDS_IN_DASH.search(text[-2:]) or _ends_in_address(text)
        if not text or is_whole or text.endswith(LINE_END_HYPHENS):
            text += line.text
        else:
            text = f"{text} {line.text}"
    return text


def _ends_in_address(text: str) -> bool:
    return text.endswith("/") and bool(_ADDRESS.search(text))


def is_list_item(text: str) -> bool:
    """Whether a paragraph begins with a bullet."""
    return bool(_BULLET.match(text))
