"""The tree of goals, priorities, directions and tasks, from the strategy and the plan tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from plancheck.model.document import Paragraph, Section
from plancheck.model.evidence import Quote
from plancheck.model.heading import Heading
from plancheck.model.table import Table
from plancheck.programme.codes import LEVELS, Code, LevelReader, Objective, leading_code
from plancheck.programme.parts import Part
from plancheck.programme.plan_tables import PlanTable

STRATEGY = "strategic part"
_ORIGINS = {"action": "action plan", "investment": "investment plan"}
_COLUMN_LEVELS = {
    "goal": "goal",
    "priority": "priority",
    "direction": "direction",
    "task": "task",
    "measure": "measure",
}


@dataclass(frozen=True)
class _Found:
    """An item as read, before its parent is known; `under` is the code that it stands below."""

    code: Code
    level: str
    name: str
    origin: str
    quote: Quote
    under: str = ""


def read_objectives(
    strategy: Part | None, tables: Iterable[PlanTable], levels: LevelReader
) -> tuple[Objective, ...]:
    """All items with a code, each once for every part that it is read in."""
    found = list(_in_strategy(strategy, levels)) if strategy else []
    for table in tables:
        if table.role in _ORIGINS and not table.is_fact_sheet:
            found += _in_table(table, levels)
    once: dict[tuple[str, str], _Found] = {}
    for item in found:
        known = once.setdefault((str(item.code), item.origin), item)
        if known is not item and len(known.name) < 3 <= len(item.name):
            once[str(item.code), item.origin] = replace(
                item, under=known.under or item.under
            )
    return tuple(_with_parents(tuple(once.values())))


def _in_strategy(part: Part, levels: LevelReader) -> Iterator[_Found]:
    """Items that headings, paragraphs and cells of the strategic part begin with."""
    open_items: list[_Found] = []
    for quote in _lines(part):
        leading = leading_code(quote.text)
        if leading is None or len(quote.text) > 400:
            continue
        code, rest = leading
        level = levels.level(code, rest)
        if level is None or not code.prefix:
            continue
        while open_items and LEVELS.index(open_items[-1].level) >= LEVELS.index(level):
            open_items.pop()
        under = str(open_items[-1].code) if open_items else ""
        item = _Found(code, level, _name(rest), STRATEGY, quote, under)
        open_items.append(item)
        yield item


def _lines(part: Part) -> Iterator[Quote]:
    for top in part.sections:
        for section in top.walk():
            if section.heading is not None:
                yield Quote(_without_number(section), section.heading.location)
            for block in section.blocks:
                if isinstance(block, Table):
                    for cell in block.cells:
                        yield Quote(
                            cell.text,
                            block.location_of(cell.row_index, cell.column_index),
                        )
                elif isinstance(block, (Paragraph, Heading)):
                    yield Quote(block.text, block.location)


def _without_number(section: Section) -> str:
    """A heading without the number of its section, so that its own code comes first."""
    leading = leading_code(section.title)
    if leading is not None and not leading[0].prefix and leading_code(leading[1]):
        return leading[1]
    return section.title


def _name(rest: str) -> str:
    return " ".join(rest.partition("\n")[0].split())[:200]


def _in_table(table: PlanTable, levels: LevelReader) -> Iterator[_Found]:
    origin = _ORIGINS[table.role or ""]
    for banner in table.banners:
        leading = leading_code(banner.text)
        if leading is None:
            continue
        level = banner.level or levels.level(*leading)
        if level is not None:
            under = banner.above[-1] if banner.above else ""
            yield _Found(
                leading[0], level, _name(leading[1]), origin, banner.quote, under
            )
    if table.role != "action":
        return
    for row in table.rows:
        under = ""
        for concept, level in _COLUMN_LEVELS.items():
            text = row.field(concept).text if row.has_column(concept) else ""
            leading = leading_code(text)
            if leading and leading[1] and concept != "measure":
                yield _Found(
                    leading[0], level, _name(leading[1]), origin, row.quote, under
                )
                under = str(leading[0])
        if row.code and (own := leading_code(row.code)):
            level = levels.level(own[0]) or "measure"
            yield _Found(
                own[0],
                level,
                row.name,
                origin,
                row.quote,
                row.parents[-1] if row.parents else under,
            )


def _with_parents(items: tuple[_Found, ...]) -> Iterator[Objective]:
    by_number: dict[str, list[_Found]] = {}
    for item in items:
        by_number.setdefault(item.code.number, []).append(item)
    above = {id(item): _by_number(item, by_number) for item in items}
    counting = _levels_that_count(items, above)
    codes = {str(item.code) for item in items}
    for item in items:
        parent = above[id(item)]
        is_known = item.under in codes and item.under != str(item.code)
        if not parent and is_known and item.level not in counting:
            parent = item.under
        yield Objective(
            str(item.code), item.level, item.name, parent, item.origin, item.quote
        )


def _by_number(item: _Found, by_number: dict[str, list[_Found]]) -> str:
    """The item with the number one step up, of the nearest level; empty where none has it."""
    rank = LEVELS.index(item.level)
    above = [
        each
        for each in by_number.get(item.code.parent_number, ())
        if LEVELS.index(each.level) < rank
    ]
    nearest = max(above, key=lambda each: LEVELS.index(each.level), default=None)
    return str(nearest.code) if nearest else ""


def _levels_that_count(
    items: tuple[_Found, ...], above: dict[int, str]
) -> frozenset[str]:
    """The levels whose codes count through those above, as `RV1.2` counts below `VTP1`.

    There a number without an item one step up is an orphan, wherever it is printed.
    """
    counting = []
    for level in LEVELS:
        own = [item for item in items if item.level == level]
        if own and sum(bool(above[id(item)]) for item in own) * 2 >= len(own):
            counting.append(level)
    return frozenset(counting)
