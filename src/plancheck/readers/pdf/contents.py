"""The table of contents: set apart, and kept to check the headings by."""

from collections.abc import Sequence
from dataclasses import dataclass

from plancheck.readers.pdf.heading_numbers import number_of
from plancheck.readers.pdf.lines import Line
from plancheck.readers.pdf.pages import PageContent
from plancheck.sdk import (
    has_dot_leaders,
    is_contents_line,
    is_contents_title,
    lazy_pattern,
    mend_letter_spacing,
    squash,
)

_MIN_LINES = 3
_MAX_STRANGERS = 4
_LEADERS = lazy_pattern(
    r"(?<![\s.…_·])[\s.…_·]*+(?:\d{1,4}|[ivxl]{1,6}|[IVXL]{1,6})?\s*$"
)
_PAGE = lazy_pattern(r"(?:^|[\s.…_])(\d{1,4})\s*$")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: its title as printed, how far it stands from the left, its lines' text."""

    title: str
    left: float
    text: str
    line: Line


def take_contents(pages: Sequence[PageContent]) -> list[Entry]:
    """Take the contents lists out of the pages."""
    lines = [item for page in pages for item in page.items if isinstance(item, Line)]
    taken = sorted({*_after_titles(lines), *_by_leaders(lines)})
    chosen = [lines[index] for index in taken]
    gone = set(map(id, chosen))
    for page in pages:
        page.items = [item for item in page.items if id(item) not in gone]
    return _entries(chosen)


def _after_titles(lines: Sequence[Line]) -> list[int]:
    """The title of each list and the lines below it up to the last with a page number."""
    found: list[int] = []
    for index, line in enumerate(lines):
        if len(line.text) <= 40 and is_contents_title(line.text):
            run = _run_from(lines, index + 1)
            if len(run) >= _MIN_LINES:
                found += [index, *run]
    return found


def _run_from(lines: Sequence[Line], start: int) -> list[int]:
    """The lines from a title on to the last entry.

    The body has begun where the title of an entry comes again, as the first heading: a
    line of text below it may end with a number too.
    """
    strangers, last, page, count = 0, start - 1, 0, 0
    titles: set[str] = set()
    for index in range(start, len(lines)):
        text = lines[index].text
        if squash(text) in titles:
            break
        match = _PAGE.search(text) if is_contents_line(text) else None
        number = int(match[1]) if match else None
        if number is not None and number >= page and len(text) <= 250:
            strangers, last, page, count = 0, index, number, count + 1
            titles.add(squash(_LEADERS.sub("", text)))
            continue
        strangers += 1
        if strangers > _MAX_STRANGERS:
            break
    return list(range(start, last + 1)) if count >= _MIN_LINES else []


def _by_leaders(lines: Sequence[Line]) -> list[int]:
    """Runs of lines with dot leaders, with the lines that wrap between them."""
    runs: list[list[int]] = []
    for index, line in enumerate(lines):
        if has_dot_leaders(line.text):
            if not runs or index - runs[-1][-1] > 2:
                runs.append([])
            runs[-1].append(index)
    long = (run for run in runs if len(run) >= _MIN_LINES)
    return [index for run in long for index in range(run[0], run[-1] + 1)]


def _entries(lines: Sequence[Line]) -> list[Entry]:
    """The entries, each of the lines up to one that ends with a page number.

    A page number may be glued to the title, `Roads15`, or stand on a line of its own: then
    the section number that counts on begins the next entry.
    """
    found: list[Entry] = []
    pending: list[Line] = []
    for line in lines:
        if pending and _counts_on(number_of(pending[0].text), number_of(line.text)):
            found.append(_entry(pending))
            pending = []
        pending.append(line)
        if is_contents_line(line.text) or is_contents_title(line.text):
            found.append(_entry(pending))
            pending = []
    if pending:
        found.append(_entry(pending))
    return found


def _counts_on(last: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """Whether a section number is the next beside another or one around it, or the first below."""
    if not last or not number:
        return False
    *above, own = number
    depth = len(above)
    if depth == len(last):
        return tuple(above) == last and own == 1
    return depth < len(last) and (*last[:depth], last[depth] + 1) == number


def _entry(lines: Sequence[Line]) -> Entry:
    text = " ".join(line.text for line in lines)
    title = mend_letter_spacing(_LEADERS.sub("", text))
    return Entry(title.strip(), lines[0].left, text, lines[0])
