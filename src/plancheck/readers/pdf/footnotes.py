"""Footnotes at the bottom of pages, and the raised marks that cite them."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from plancheck.readers.pdf.lines import Line
from plancheck.readers.pdf.pages import PageContent
from plancheck.readers.pdf.words import RAISED_DIGITS, Word
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
    lines = [item for item in page.items if isinstance(item, Line)]
    lines.sort(key=lambda line: (line.top, line.left))
    bottom = len(lines)
    while bottom and _is_small(lines[bottom - 1], body_size):
        bottom -= 1
    lowest = max(
        (item.bottom for item in page.items if not isinstance(item, Line)), default=0.0
    )
    small = [line for line in lines[bottom:] if line.top >= lowest - 2]
    notes: list[Footnote] = []
    goes_on: list[Line] = []
    for line in small:
        mark = _mark_of(line)
        number = int(mark) if mark.isdecimal() else 0
        expected = (
            int(notes[-1].mark) + 1 if notes and notes[-1].mark.isdecimal() else 0
        )
        if mark and (not expected or number in {0, expected} or _is_raised(line)):
            notes.append(Footnote(mark, [line]))
        elif notes:
            notes[-1].lines.append(line)
        else:
            goes_on.append(line)
    if goes_on and last is not None and _may_go_on(last, goes_on[0]):
        last.lines += goes_on
    else:
        goes_on = []
    taken = {id(line) for note in notes for line in note.lines} | set(map(id, goes_on))
    page.items = [item for item in page.items if id(item) not in taken]
    return notes


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
    return _height(first) < 0.85 * _height(second)


def _height(word: Word) -> float:
    return word.bottom - word.top


def note_text(note: Footnote) -> str:
    """The mark, then the text with its lines joined."""
    first = note.lines[0]
    start = first.text.removeprefix(note.mark).lstrip()
    parts = [start, *(line.text for line in note.lines[1:])]
    text = parts[0]
    for part in parts[1:]:
        text = text + part if text.endswith(("\ufffe", "\x02")) else f"{text} {part}"
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
