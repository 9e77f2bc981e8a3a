"""Reads Markdown: the notation of tests and drafts, and what machines make of a PDF."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from plancheck.readers.encodings import read_text
from plancheck.readers.marks import picture_caption, without_comments, without_marks
from plancheck.readers.pipes import Rows, is_closed, is_rule, split_row
from plancheck.sdk import (
    Document,
    Draft,
    ParagraphRole,
    Reader,
    assemble,
    lazy_pattern,
    mend_letter_spacing,
)

_BULLET = lazy_pattern(r"[-*+•▪–] +(?=\S)")
_NUMBER = lazy_pattern(r"\d{1,3}[.)] +(?=\S)")
_NOTE_MARK = lazy_pattern(r"\[\^([^\[\]\s]{1,40})\]")
_FOOTNOTE = lazy_pattern(r"\[\^([^\[\]\s]{1,40})\]: *")
_PICTURE = lazy_pattern(r"!\[([^\[\]]*)\]\([^()]*\)")
_RULER = lazy_pattern(r"(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}")
_PAGE_TURNS = {"\\newpage": 1, "\\pagebreak": 1, "\\landscape": 0, "\\portrait": 0}
_FIRST_OF_STOPS = frozenset("`~#\\")
_LONGEST_OPEN_ROW = 100
"""Lines that a row with blank lines in it may run over, before it is text again."""
_LONGEST_HEADING = 200


def read_markdown(path: Path) -> Document:
    """Read a file in UTF-8, UTF-16 with its mark, or Windows-1257."""
    text, sha256 = read_text(path)
    return _parse(text, str(path), sha256)


def parse_markdown(text: str, name: str = "programme.md") -> Document:
    """The document that a Markdown text stands for."""
    return _parse(text, name, hashlib.sha256(text.encode()).hexdigest())


READER = Reader("markdown", (".md", ".markdown"), read_markdown)


def _parse(text: str, name: str, sha256: str) -> Document:
    scan = _Scan(without_comments(text).expandtabs(4).splitlines())
    while scan.index < len(scan.lines):
        _read_block(scan)
    return assemble(
        scan.drafts,
        name=name,
        file_format="markdown",
        sha256=sha256,
        page_count=scan.page if scan.has_pages else None,
        footnotes=scan.footnotes,
    )


@dataclass(slots=True)
class _Scan:
    """The lines, how far they are read, and what came of them."""

    lines: list[str]
    index: int = 0
    page: int = 1
    has_pages: bool = False
    drafts: list[Draft] = field(default_factory=list)
    footnotes: list[Draft] = field(default_factory=list)
    next_fence: int = -1
    next_close: int = -1
    next_stop: int = -1

    def line(self, index: int) -> str:
        """A line without the spaces around it; empty past the end."""
        return self.lines[index].strip() if index < len(self.lines) else ""

    def first(self, known: int, start: int, holds: Callable[[str], bool]) -> int:
        """The first line from `start` for which it holds; `known` is the last answer.

        Asked with growing starts only, so that each line is looked at once in all.
        """
        if known >= start:
            return known
        index = start
        while index < len(self.lines) and not holds(self.lines[index].strip()):
            index += 1
        return index

    def fence(self, start: int) -> int:
        """The next line of three backticks or tildes."""
        self.next_fence = self.first(self.next_fence, start, _is_fence)
        return self.next_fence

    def close(self, start: int) -> int:
        """The next line that closes a row."""
        self.next_close = self.first(self.next_close, start, is_closed)
        return self.next_close

    def stop(self, start: int) -> int:
        """The next line that no row runs over."""
        self.next_stop = self.first(self.next_stop, start, _stops_row)
        return self.next_stop

    def add(
        self,
        lines: Sequence[str],
        role: ParagraphRole = ParagraphRole.BODY,
        level: int = 0,
    ) -> None:
        """Add a paragraph or heading, unless nothing but marks is in it."""
        line = " ".join(lines)
        text = without_marks(mend_letter_spacing(line) if level else line)
        if text:
            entries = tuple(map(without_marks, lines)) if len(lines) > 1 else (text,)
            notes = _notes_in(lines)
            self.drafts.append(
                Draft(text, entries, self.page, level, role, notes=notes)
            )


def _notes_in(lines: Sequence[str]) -> tuple[str, ...]:
    """The labels of the footnotes that lines cite."""
    return tuple(
        label for line in lines if "[^" in line for label in _NOTE_MARK.findall(line)
    )


def _read_block(scan: _Scan) -> None:
    """Read the block that begins at the scan's line, and move past it."""
    line = scan.line(scan.index)
    if not line:
        scan.index += 1
    elif line in _PAGE_TURNS:
        if _PAGE_TURNS[line]:
            scan.has_pages = True
            scan.page += 1
        scan.index += 1
    elif _is_fence(line):
        _read_fence(scan)
    elif level := _heading_level(line):
        scan.add([_without_closing_marks(line[level:])], level=level)
        scan.index += 1
    elif _starts_table(scan, scan.index):
        _read_table(scan)
    elif _RULER.fullmatch(line):
        scan.index += 1
    elif match := _FOOTNOTE.match(line):
        _read_footnote(scan, match[1], line[match.end() :])
    else:
        _read_paragraph(scan, line)


def _heading_level(line: str) -> int:
    """The level of a line with hashes in front; 0 for any other."""
    if not line.startswith("#"):
        return 0
    level = len(line) - len(line.lstrip("#"))
    return level if level <= 6 and line[level : level + 1] in {" ", ""} else 0


def _without_closing_marks(text: str) -> str:
    text = text.strip()
    bare = text.rstrip("#")
    return bare if not bare or bare.endswith(" ") else text


def _is_fence(line: str) -> bool:
    return line.startswith(("```", "~~~"))


def _stops_row(line: str) -> bool:
    return line[:1] in _FIRST_OF_STOPS and (
        _is_fence(line) or _heading_level(line) > 0 or line in _PAGE_TURNS
    )


def _read_fence(scan: _Scan) -> None:
    """Code is kept as a paragraph of lines; a fence that is never closed is no fence."""
    end = scan.fence(scan.index + 1)
    if end < len(scan.lines):
        inside = [line.rstrip() for line in scan.lines[scan.index + 1 : end]]
        text = "\n".join(inside).strip("\n")
        if text:
            scan.drafts.append(Draft(text, tuple(inside), scan.page))
        scan.index = end + 1
    else:
        scan.index += 1


def _read_footnote(scan: _Scan, label: str, first: str) -> None:
    """A note runs on over indented lines."""
    lines = [first]
    scan.index += 1
    while scan.index < len(scan.lines) and scan.lines[scan.index].startswith("    "):
        lines.append(scan.line(scan.index))
        scan.index += 1
    text = without_marks(" ".join(lines))
    if text:
        scan.footnotes.append(
            Draft(text, (), scan.page, role=ParagraphRole.FOOTNOTE, notes=(label,)),
        )


def _read_paragraph(scan: _Scan, line: str) -> None:
    """A paragraph or list item; a line of = or - below a single line makes a heading."""
    if picture := _PICTURE.fullmatch(line):
        scan.add([picture_caption(picture[1])], ParagraphRole.CAPTION)
        scan.index += 1
        return
    role = ParagraphRole.BODY
    if bullet := _BULLET.match(line):
        line, role = line[bullet.end() :], ParagraphRole.LIST_ITEM
    elif _NUMBER.match(line):
        role = ParagraphRole.LIST_ITEM
    lines = [_unquoted(line)]
    scan.index += 1
    while _goes_on(scan, in_list=role is ParagraphRole.LIST_ITEM):
        lines.append(_unquoted(scan.line(scan.index)))
        scan.index += 1
    level = _underlined_level(scan.line(scan.index)) if len(lines) == 1 else 0
    if level and len(line) <= _LONGEST_HEADING:
        role = ParagraphRole.BODY
        scan.index += 1
    else:
        level = 0
    scan.add(lines, role, level)


def _unquoted(line: str) -> str:
    return line.lstrip("> ") if line.startswith(">") else line


def _underlined_level(line: str) -> int:
    """1 below a line of equals signs, 2 below one of dashes."""
    if len(line) >= 3 and not line.strip("="):
        return 1
    return 2 if len(line) >= 3 and not line.strip("-") else 0


def _goes_on(scan: _Scan, *, in_list: bool) -> bool:
    """Whether the scan's line belongs to the paragraph above it.

    Only in a list does a number begin a new item: a line may well begin with a day.
    """
    line = scan.line(scan.index)
    return not (
        not line
        or _stops_row(line)
        or _underlined_level(line)
        or _starts_table(scan, scan.index)
        or _BULLET.match(line)
        or _FOOTNOTE.match(line)
        or _PICTURE.fullmatch(line)
        or (in_list and _NUMBER.match(line))
        or line.startswith("1. ")
    )


def _starts_table(scan: _Scan, index: int) -> bool:
    """A line with a pipe in front, or one with pipes inside above a rule line."""
    line = scan.line(index)
    return line.startswith("|") or ("|" in line and is_rule(scan.line(index + 1)))


def _read_table(scan: _Scan) -> None:
    """All rows up to the first line that is of no row."""
    start, first = scan.index, scan.line(scan.index)
    rows = Rows(_column_count(scan), first.startswith("|  "))
    bare = not first.startswith("|")
    while line := scan.line(scan.index):
        if is_rule(line):
            rows.rule(line)
            scan.index += 1
        elif bare and "|" in line:
            rows.add(f"| {line.strip('|')} |")
            scan.index += 1
        elif line.startswith("|"):
            if rows.carries_on(line, split_row(line)):
                rows.carry_on(line)
            else:
                rows.add(line)
            scan.index += 1
            if rows.is_open and not _read_open_row(scan, rows):
                break
        else:
            break
    notes = _notes_in(scan.lines[start : scan.index])
    scan.drafts.extend(
        Draft("", (), scan.page, table=table, notes=notes) for table in rows.tables()
    )


def _column_count(scan: _Scan) -> int:
    """As the rule line near by has it, else as many as the first line has."""
    for index in range(scan.index, min(scan.index + 30, len(scan.lines))):
        line = scan.line(index)
        if is_rule(line):
            return len(split_row(line))
        if _stops_row(line) or (not line and is_closed(scan.line(index - 1))):
            break
    return len(split_row(scan.line(scan.index)))


def _read_open_row(scan: _Scan, rows: Rows) -> bool:
    """Add the lines without a pipe in front that the row runs over.

    A blank line is in a cell only if the cell is closed soon after it; otherwise it ends
    the row, and the table with it.

    Returns:
        Whether the table may go on.
    """
    close = scan.close(scan.index)
    is_closed_soon = close < min(
        scan.stop(scan.index), scan.index + _LONGEST_OPEN_ROW, len(scan.lines)
    )
    line_after = scan.line(close) if is_closed_soon else ""
    has_own_row = line_after.startswith("|") and not rows.carries_on(
        line_after, split_row(line_after)
    )
    while scan.index < len(scan.lines) and rows.is_open:
        line = scan.line(scan.index)
        if line.startswith("|") or _stops_row(line):
            return True
        if not line and (not is_closed_soon or has_own_row):
            return False
        if line:
            rows.carry_on(line)
        scan.index += 1
    return True
