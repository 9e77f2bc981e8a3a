"""Adds up the samples' investment tables and follows every code.

Run it as `python sample_docs/check_sums.py`.
It judges the samples' own consistency and knows their layout; plancheck's rules do not use it.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src")]

from plancheck.readers.markdown import read_markdown  # noqa: E402 - the path comes first
from plancheck.sdk import Document, Table  # noqa: E402

_CODE = re.compile(r"\b(?:VTP|MP|RV|D|U|T|P|M|IP-?)\d[\d.]*\d|\b(?:VTP|MP)\d")
_CHILD_OF = {"RV": "VTP", "U": "RV", "P": "U", "D": "MP", "T": "D", "M": "T"}
_AMOUNT_COLUMNS = range(4, 10)


def faults(document: Document) -> Iterator[str]:
    """What does not add up or has no parent, a sentence each."""
    for table in document.tables:
        if _is_investment_table(table):
            yield from _wrong_sums(table)
    yield from _loose_codes(document)
    yield from _different_names(document)


def _is_investment_table(table: Table) -> bool:
    return table.column_count >= 14 and table.header_row_count == 2


def _wrong_sums(table: Table) -> Iterator[str]:
    """Rows whose parts differ from the total, and subtotals that differ from the rows."""
    running = [0] * len(_AMOUNT_COLUMNS)
    whole = [0] * len(_AMOUNT_COLUMNS)
    for row_index in range(2, table.row_count):
        first = table.grid[row_index][0]
        if first is None or first.column_span == table.column_count:
            continue
        amounts = [_amount(table.text_at(row_index, each)) for each in _AMOUNT_COLUMNS]
        if amounts[0] != sum(amounts[1:]):
            yield f"{first.text}: {amounts[0]} is not {sum(amounts[1:])}."
        if first.column_span == 1:
            running = _added(running, amounts)
        elif row_index == table.row_count - 1:
            if amounts != whole:
                yield f"{first.text}: {amounts} is not {whole}."
        else:
            if amounts != running:
                yield f"{first.text}: {amounts} is not {running}."
            whole, running = _added(whole, running), [0] * len(running)


def _loose_codes(document: Document) -> Iterator[str]:
    """Codes that are named anywhere and defined in no row, or whose parent is not defined."""
    known = _defined(document)
    named = set(_CODE.findall(_all_text(document)))
    for code in sorted(named - known):
        yield f"{code} is named but not defined."
    parents = {_parent(code) for code in known} - {""}
    for code in sorted(parents - known):
        yield f"{code} is a parent but not defined."
    for code in sorted(known):
        if re.match(r"(VTP|MP|RV|D|U|T)\d", code) and code not in parents:
            yield f"{code} has no child."


def _different_names(document: Document) -> Iterator[str]:
    """Codes that have one name in the strategic part and another in the action table."""
    names: dict[str, set[str]] = {}
    for table in document.tables:
        for cell in table.cells:
            match = re.match(
                r"(?:\D* )?((?:VTP|MP|RV|D|U|T)[\d.]*\d)\. (.+)", cell.text
            )
            if match:
                names.setdefault(match[1], set()).add(match[2])
    for code, variants in sorted(names.items()):
        if len(variants) > 1:
            yield f"{code} has several names: {' / '.join(sorted(variants))}."


def _defined(document: Document) -> set[str]:
    """Codes that begin a cell, alone or before a name."""
    starts = re.compile(
        r"(?:Vidēja termiņa prioritāte |Rīcības virziens |Uzdevums "
        r"|Priority |Direction |Task )?(\S+?)(?:\.? |$)"
    )
    return {
        match[1]
        for table in document.tables
        for cell in table.cells
        if (match := starts.match(cell.text)) and _CODE.fullmatch(match[1])
    }


def _parent(code: str) -> str:
    """The code above in the chain; empty at the top and for projects."""
    match = re.fullmatch(r"([A-Z]+?)(\d[\d.]*)", code)
    if match is None or match[1] not in _CHILD_OF:
        return ""
    return _CHILD_OF[match[1]] + match[2].rpartition(".")[0]


def _all_text(document: Document) -> str:
    cells = [cell.text for table in document.tables for cell in table.cells]
    return "\n".join([*cells, *(each.text for each in document.paragraphs)])


def _amount(text: str) -> int:
    return int(text.replace(" ", "").replace("\u00a0", "") or 0)


def _added(left: list[int], right: list[int]) -> list[int]:
    return [one + other for one, other in zip(left, right, strict=True)]


if __name__ == "__main__":
    found = [
        f"{name}: {fault}"
        for name in ("complete", "gapped", "english")
        for fault in faults(read_markdown(HERE / "source" / f"{name}.md"))
    ]
    sys.stdout.write("\n".join([*found, f"{len(found)} faults"]) + "\n")
    sys.exit(bool(found))
