"""Footnotes at the bottom of pages, and the raised marks that cite them."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from plancheck.readers.pdf.lines import Line
from plancheck.readers.pdf.pages import PageContent
from plancheck.readers.pdf.words import LINE_END_HYPHENS, RAISED_DIGITS
from plancheck.sdk import lazy_pattern

_SMALLER = 0.7  # points: notes are set so much smaller than the text
_MARK = lazy_pattern(r"(\d{1,3}|\*{1,3})")
_PLAIN = {ord(stand_in): digit for digit, stand_in in RAISED_DIGITS.items()}
_RAISED = lazy_pattern(f"[{''.join(RAISED_DIGITS.values())}]+")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True)
class Footnote:
    """A footnote: its mark, and its lines from page to page."""

    mark: str
    lines: list[Line]


def take_footnotes(pages: Sequence[PageContent], body_size: float) -> list[Footnote]:
    """Take the footnotes out of the pages, in order.

    Args:
        pages: Without headers and footers.
        body_size: Of the letters of running text, in points.
    """
    found: list[Footnote] = []
    for page in pages:
        found += _of_page(page, body_size, found[-1] if found else None)
    return found


def _of_page(
    page: PageContent, body_size: float, last: Footnote | None
) -> list[Footnote]:
    """Take the notes out of a page; the last of the page before may end on it."""
    small = _small_lines(page, body_size)
    first = next((at for at, line in enumerate(small) if _mark_of(line)), len(small))
    goes_on = small[:first]
    notes = _parted(small[first:])
    if goes_on and last is not None and _may_go_on(last, goes_on[0]):
        last.lines += goes_on
    else:
        goes_on = []
    taken = {id(line) for note in notes for line in note.lines} | set(map(id, goes_on))
    page.items = [item for item in page.items if id(item) not in taken]
    return notes


def _small_lines(page: PageContent, body_size: float) -> list[Line]:
    """The small lines at the bottom of a page, below all that is none, from the top down."""
    lines = [item for item in page.items if isinstance(item, Line)]
    lines.sort(key=lambda line: (line.top, line.left))
    first = len(lines)
    while first and _is_small(lines[first - 1], body_size):
        first -= 1
    tables = [item for item in page.items if not isinstance(item, Line)]
    lowest = max((table.bottom for table in tables), default=0.0)
    return [line for line in lines[first:] if line.top >= lowest - 2]


def _parted(lines: Sequence[Line]) -> list[Footnote]:
    """The notes that lines are, the first of which begins one.

    A number begins a note only where it counts on from the note before: any other
    that a line begins with is part of its text.
    """
    notes: list[Footnote] = []
    for line in lines:
        mark = _mark_of(line)
        if mark and (not notes or _counts_on(notes[-1], mark) or _is_raised(line)):
            notes.append(Footnote(mark, [line]))
        else:
            notes[-1].lines.append(line)
    return notes


def _counts_on(note: Footnote, mark: str) -> bool:
    """Whether a mark may be that of the note behind another; asterisks always may."""
    if not (note.mark.isdecimal() and mark.isdecimal()):
        return True
    return int(mark) == int(note.mark) + 1


def _may_go_on(note: Footnote, line: Line) -> bool:
    """Whether the last note of one page has its end on the next."""
    last = note.lines[-1]
    return (
        last.page_number == line.page_number - 1
        and abs(last.size - line.size) < _SMALLER
        and not last.text.endswith((".", "!", "?"))
    )


def _is_small(line: Line, body_size: float) -> bool:
    return line.size <= body_size - _SMALLER or not line.text.strip()


def _mark_of(line: Line) -> str:
    """The number or asterisk that a note begins with; empty where it has none."""
    first = line.words[0].text
    match = _MARK.fullmatch(first)
    if match is None or len(line.words) < 2:
        return ""
    return first


def _is_raised(line: Line) -> bool:
    first, second = line.words[0], line.words[1]
    return first.height < 0.85 * second.height


def note_text(note: Footnote) -> str:
    """The mark, then the text with its lines joined."""
    first = note.lines[0]
    start = first.text.removeprefix(note.mark).lstrip()
    parts = [start, *(line.text for line in note.lines[1:])]
    text = parts[0]
    for part in parts[1:]:
        text = text + part if text.endswith(LINE_END_HYPHENS) else f"{text} {part}"
    return f"{note.mark} {text}"


def cited_in(text: str) -> list[str]:
    """The raised numbers in a text."""
    return [match[0].translate(_PLAIN) for match in _RAISED.finditer(text)]


def without_marks(text: str, marks: Collection[str]) -> str:
    """The text without the numbers that cite notes; other raised digits stay.

    Beside a letter they are plain digits, as in "m2"; beside a digit they stay raised, so
    that they are not read as part of the number.
    """

    def plain(match: re.Match[str]) -> str:
        number = match[0].translate(_PLAIN)
        if number in marks:
            return ""
        before = text[match.start() - 1 : match.start()]
        return number if before.isalpha() else number.translate(_SUPERSCRIPTS)

    return _RAISED.sub(plain, text)
