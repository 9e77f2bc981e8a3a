"""Projects with a row for each source of their money, read as one row each.

1 | School | ERAF  | 850 000
  |        | Town  | 150 000
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from plancheck.programme.columns import ColumnReader
from plancheck.programme.fields import CellPlace, Row
from plancheck.programme.shares import SHARE_COLUMNS
from plancheck.programme.told_shares import share_of

_OF_MONEY = frozenset({"source", "amount"})
_OWN = _OF_MONEY | {"term"}
_NEVER_SHARED = SHARE_COLUMNS | {"indicator", "baseline", "target"}


def with_source_rows(rows: Sequence[Row], columns: ColumnReader) -> tuple[Row, ...]:
    """The rows, those that only give a further source and its sum joined to the row above."""
    joined: list[list[Row]] = []
    for row in rows:
        if joined and _gives_a_source(row, joined[-1][-1]):
            joined[-1].append(row)
        else:
            joined.append([row])
    return tuple(
        group[0] if len(group) == 1 else _as_one(group, columns) for group in joined
    )


def _gives_a_source(row: Row, before: Row) -> bool:
    """Whether a row says nothing but another source and its sum of what the row above is about.

    What they share may stand in cells merged down, be left empty, or be said again beside
    the same code.
    """
    if not row.cells.keys() >= _OF_MONEY or not _NEVER_SHARED.isdisjoint(row.cells):
        return False
    own = {
        concept
        for concept, place in row.cells.items()
        if not place.is_inherited
        and place.text.strip() not in {"", before.field(concept).text}
    }
    is_same = row.name == before.name and row.code == before.code
    is_joined = row.code or any(place.is_inherited for place in row.cells.values())
    return is_same and bool(is_joined) and "source" in own and own <= _OWN


def _as_one(rows: Sequence[Row], columns: ColumnReader) -> Row:
    """The first row with all sources, the whole sum, and each source's share of it."""
    first = rows[0]
    cells: dict[str, CellPlace] = dict(first.cells)
    sources = [row.field("source").text for row in rows]
    cells["source"] = cells["source"]._replace(said=", ".join(dict.fromkeys(sources)))
    if _is_one_sum(rows):
        return replace(first, cells=MappingProxyType(cells))
    shares: dict[str, Decimal] = {}
    places: dict[str, CellPlace] = {}
    for row in rows:
        place = row.cells["amount"]
        number = replace(row.field("amount"), label="").number
        share = share_of(row.field("source").text, columns)
        shares[share] = shares.get(share, Decimal(0)) + (number or 0)
        places.setdefault(share, place)
    total = sum(shares.values(), Decimal(0))
    cells["amount"] = cells["amount"]._replace(said=_printed(total))
    cells.update(_told(shares, places))
    return replace(first, cells=MappingProxyType(cells))


def _is_one_sum(rows: Sequence[Row]) -> bool:
    """Whether one sum stands for all the rows, in a cell merged down."""
    return all(row.cells["amount"].is_inherited for row in rows[1:])


def _told(
    shares: Mapping[str, Decimal], places: Mapping[str, CellPlace]
) -> Mapping[str, CellPlace]:
    return {
        share: places[share]._replace(said=_printed(number))
        for share, number in shares.items()
    }


def _printed(number: Decimal) -> str:
    return f"{number:f}"
