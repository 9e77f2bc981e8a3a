"""Harmless changes that every rule has to bear on every programme."""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from plancheck.testing.grid import Grid, parted, turned
from plancheck.testing.source import (
    EditError,
    Volumes,
    spaced,
    tables,
    with_grid,
    with_headings,
    with_lines,
)

_EXCEL = ".xlsx.md"
_PERIOD = re.compile(r"(20\d\d\.)–(?=20\d\d)")
_PARTING = re.compile(r"(?<=[^\W\d_])([āēīūģķļņĀĒĪŪĢĶĻŅ]+)")
_SOFT = re.compile(r"([ģķļņĢĶĻŅ])(?=[^\W\d_])")
_PLAN_ROWS = 6
"""Rows from which a table is split or moved; a smaller one stays on its page."""


def letter_spaced(volumes: Volumes, _language: str) -> Volumes:
    """Headings letter-spaced."""
    return with_headings(volumes, spaced)


def upper_case(volumes: Volumes, _language: str) -> Volumes:
    """Headings in capitals."""
    return with_headings(volumes, str.upper)


def unnumbered(volumes: Volumes, _language: str) -> Volumes:
    """Headings without their numbers."""
    return with_headings(volumes, _without_number)


def _without_number(title: str) -> str:
    number, _, words = title.partition(" ")
    is_number = number[:1].isdigit() and not number.strip("0123456789.")
    return words if is_number and words else title


def lost_dashes(volumes: Volumes, _language: str) -> Volumes:
    """Dashes lost from periods, as files lose them: `2022.2027. gadam`."""
    return {name: _PERIOD.sub(r"\1", text) for name, text in volumes.items()}


def hyphens(volumes: Volumes, _language: str) -> Volumes:
    """Hyphens in place of dashes."""
    return _replaced(volumes, {"–": "-"})


def straight_quotes(volumes: Volumes, _language: str) -> Volumes:
    """Straight quotation marks in place of printed ones."""
    return _replaced(volumes, dict.fromkeys("„”“", '"'))


def hard_spaces(volumes: Volumes, _language: str) -> Volumes:
    """No-break spaces in numbers and before units."""
    changed = {}
    for name, text in volumes.items():
        letters = list(text)
        for at in range(1, len(letters) - 1):
            if text[at] == " " and text[at - 1].isdigit() and text[at + 1].isalnum():
                letters[at] = "\u00a0"
        changed[name] = "".join(letters)
    return changed


def no_diacritics(volumes: Volumes, _language: str) -> Volumes:
    """Letters without their diacritics, as old files and hasty typing leave them."""

    def bare(text: str) -> str:
        parted_letters = unicodedata.normalize("NFD", text)
        kept = (each for each in parted_letters if not unicodedata.combining(each))
        return unicodedata.normalize("NFC", "".join(kept))

    return {name: bare(text) for name, text in volumes.items()}


def parted_words(volumes: Volumes, language: str) -> Volumes:
    """Words parted at letters with diacritics, as some PDF files hand them out."""
    if language != "lv":
        return volumes
    parted_text = {name: _PARTING.sub(r" \1", text) for name, text in volumes.items()}
    return {name: _SOFT.sub(r"\1 ", text) for name, text in parted_text.items()}


def other_order(volumes: Volumes, _language: str) -> Volumes:
    """The columns of all tables in another order."""
    return _each_table(volumes, turned)


def split_tables(volumes: Volumes, _language: str) -> Volumes:
    """Tables over two pages, the header repeated."""
    for name, grid in [*tables(volumes)][::-1]:
        pieces = parted(grid)
        if pieces and not name.endswith(_EXCEL):
            lines = [*pieces[0].lines(), "", "\\newpage", "", *pieces[1].lines()]
            volumes = with_lines(volumes, name, grid.start, grid.end, lines)
    return volumes


def other_words(volumes: Volumes, language: str) -> Volumes:
    """Other usual words in headings and over columns."""
    synonyms = _synonyms(language)

    def rename(grid: Grid) -> Grid:
        header = tuple(
            tuple(synonyms["columns"].get(cell or "", cell) for cell in row)
            for row in grid.header
        )
        return replace(grid, header=header)

    def renamed(title: str) -> str:
        number = title.removesuffix(_without_number(title))
        words = title.removeprefix(number)
        return number + synonyms["headings"].get(words, words)

    return with_headings(_each_table(volumes, rename), renamed)


@cache
def _synonyms(language: str) -> dict[str, dict[str, str]]:
    """For headings and for columns, the next word of the group that each is in."""
    path = Path(__file__).with_name("synonyms.toml")
    groups = tomllib.loads(path.read_text(encoding="utf-8"))[language]
    return {
        kind: {
            word: group[(at + 1) % len(group)]
            for group in groups[kind]
            for at, word in enumerate(group)
        }
        for kind in ("headings", "columns")
    }


def in_excel(number: int) -> Callable[[Volumes, str], Volumes]:
    """The table that is the largest but so many in a workbook of its own."""

    def move(volumes: Volumes, _language: str) -> Volumes:
        found = sorted(
            ((name, grid) for name, grid in tables(volumes) if _may_move(name, grid)),
            key=lambda each: -len(each[1].body) * each[1].width,
        )
        if len(found) <= number:
            message = "There is no such table."
            raise EditError(message)
        name, grid = found[number]
        title = grid.caption.partition(". ")[2].rpartition("tabula. ")[2]
        sheet = [f"# {title}", "", grid.caption, "", *grid.lines()]
        left = with_lines(volumes, name, grid.top, grid.end, [])
        return {**left, f"pielikums{_EXCEL}": "\n".join(sheet) + "\n"}

    move.__doc__ = f"The largest table but {number} in a workbook."
    return move


def _may_move(name: str, grid: Grid) -> bool:
    is_captioned = grid.top != grid.start
    return is_captioned and len(grid.body) >= _PLAN_ROWS and not name.endswith(_EXCEL)


def _replaced(volumes: Volumes, words: dict[str, str]) -> Volumes:
    changed = dict(volumes)
    for old, new in words.items():
        changed = {name: text.replace(old, new) for name, text in changed.items()}
    return changed


def _each_table(volumes: Volumes, change: Callable[[Grid], Grid | None]) -> Volumes:
    for name, grid in [*tables(volumes)][::-1]:
        new = change(grid)
        if new is not None:
            volumes = with_grid(volumes, name, grid, new)
    return volumes


_EVERYWHERE: dict[str, Callable[[Volumes, str], Volumes]] = {
    "headings letter-spaced": letter_spaced,
    "headings in capitals": upper_case,
    "headings without numbers": unnumbered,
    "dashes of periods lost": lost_dashes,
    "hyphens for dashes": hyphens,
    "straight quotation marks": straight_quotes,
    "no-break spaces": hard_spaces,
    "no diacritics": no_diacritics,
    "words parted at diacritics": parted_words,
    "columns in another order": other_order,
    "tables split over pages": split_tables,
    "other words over parts and columns": other_words,
    "largest table in Excel": in_excel(0),
    "second table in Excel": in_excel(1),
    "third table in Excel": in_excel(2),
}
NAMES: Sequence[str] = tuple(_EVERYWHERE)


def generic_changes(volumes: Volumes, language: str) -> Iterator[tuple[str, Volumes]]:
    """Each harmless change that has something to change here, by name."""
    for name, change in _EVERYWHERE.items():
        try:
            changed = change(volumes, language)
        except EditError:
            continue
        if changed != volumes:
            yield name, changed
