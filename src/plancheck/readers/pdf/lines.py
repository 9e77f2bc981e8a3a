"""Lines of text outside tables, in the order in which the file writes them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plancheck.readers.pdf.corners import Corners, around
from plancheck.readers.pdf.page import OpenPage
from plancheck.readers.pdf.words import LINE_END_HYPHENS, Word, joined
from plancheck.sdk import lazy_pattern

_LINE_END = lazy_pattern(r"\n\s*")
_LOW = 0.9  # of the size of its letters: no line is lower


@dataclass(slots=True)
class Line:
    """A line as printed; its box is in points from the page's top left.

    `at` is the index of its first character on the page, `lead` the width of its first
    word, by which is told whether the word would have fitted on the line before; `words`
    are the first two. `tag` is
    the kind of its structure element in a tagged file, such as H1, and `unit` tells one
    element from the next.
    """

    left: float
    top: float
    right: float
    bottom: float
    text: str
    at: int
    page_number: int
    size: float
    is_bold: bool
    font: str
    lead: float
    words: tuple[Word, ...] = ()
    tag: str = ""
    unit: int = -1

    @property
    def middle(self) -> float:
        """Half way between top and bottom."""
        return (self.top + self.bottom) / 2

    @property
    def corners(self) -> Corners:
        """Its box."""
        return self.left, self.top, self.right, self.bottom


def box_of(lines: Sequence[Line]) -> Corners:
    """The box around those lines that stand on the page of the first."""
    page_number = lines[0].page_number
    return around(line.corners for line in lines if line.page_number == page_number)


def read_lines(page: OpenPage, words: Sequence[Word], page_number: int) -> list[Line]:
    """The lines that words form, each with the look of its first letters."""
    parted = page.with_marks_parted(words)
    return [line_of(page, each, page_number) for each in _merged(_broken(page, parted))]


def line_of(page: OpenPage, words: Sequence[Word], page_number: int) -> Line:
    """One line of the words that stand on it, looking as its first full-sized word."""
    first = words[0]
    main = first
    if len(words) > 1 and first.height < words[1].height * 0.85:
        main = words[1]
    style = page.style_of(main.at)
    is_bold = style.is_bold and (len(words) == 1 or page.style_of(words[-1].at).is_bold)
    lefts, tops, rights, bottoms, _, _ = zip(*words, strict=True)
    top, bottom = min(tops), max(bottoms)
    if bottom - top < _LOW * style.size:
        # A font that tells no height has boxes no higher than the ink of each letter.
        baseline = page.baseline_of(main.at)
        top, bottom = baseline - 0.8 * style.size, baseline + 0.2 * style.size
    return Line(
        left=min(lefts),
        top=top,
        right=max(rights),
        bottom=bottom,
        text=joined(words),
        at=first.at,
        page_number=page_number,
        size=style.size,
        is_bold=is_bold,
        font=style.font,
        lead=first.right - first.left,
        words=tuple(words[:2]),
    )


def _broken(page: OpenPage, words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words parted where PDFium ends a line."""
    starts = {match.end() for match in _LINE_END.finditer(page.text)}
    line: list[Word] = []
    for word in words:
        if line and (word.at in starts or line[-1].text[-1] in LINE_END_HYPHENS):
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _merged(lines: Iterator[list[Word]]) -> Iterator[list[Word]]:
    """The lines, those joined that stand side by side as label and text do."""
    current: list[Word] = []
    for line in lines:
        if current and _goes_on(current, line):
            current += line
            continue
        if current:
            yield current
        current = line
    if current:
        yield current


def _goes_on(above: Sequence[Word], line: Sequence[Word]) -> bool:
    last, first = above[-1], line[0]
    # Beside a raised mark it is the word before the mark whose line goes on.
    tall = max(above[-2:], key=lambda word: word.height)
    height = max(tall.height, first.height)
    shared = min(tall.bottom, first.bottom) - max(tall.top, first.top)
    return (
        shared > 0.4 * min(tall.height, first.height)
        and abs(first.bottom - tall.bottom) < 0.7 * height
        and -0.2 * height < first.left - last.right < 3 * height
    )
