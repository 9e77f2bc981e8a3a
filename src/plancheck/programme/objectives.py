"""The tree of goals, priorities, directions and tasks, from the strategy and the plan tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import accumulate, takewhile

from plancheck.model.document import Paragraph, Section
from plancheck.model.evidence import Quote
from plancheck.model.table import Table
from plancheck.programme.code_ranges import Code
from plancheck.programme.codes import (
    LEVELS,
    Item,
    LevelReader,
    Objective,
    leading_code,
)
from plancheck.programme.enumerated import enumerated, is_first_of, is_name
from plancheck.programme.fields import Row
from plancheck.programme.parts import Part
from plancheck.programme.plan_tables import PlanTable
from plancheck.programme.uncoded import heading_item
from plancheck.text.patterns import lazy_pattern
from plancheck.text.sentences import sentences

STRATEGY = "strategic part"
_HEADING = 3
_ORIGINS = {"action": "action plan", "investment": "investment plan"}
_GROUP_COLUMNS = ("goal", "priority", "direction", "task")
_LONGEST_ITEM = 250
_ASIDE = lazy_pattern(r"\(([^()\n]{2,12})\)")


@dataclass(frozen=True)
class _Found:
    """An item as read, before its parent is known.

    `under` is the code that it stands below. `clarity` ranks the places that name it: a
    heading or banner row before a line, a line before cells put together.
    """

    code: Code
    level: str
    name: str
    origin: str
    quote: Quote
    under: str = ""
    clarity: int = 1


def read_objectives(
    strategy: Part | None,
    foreign: Part | None,
    tables: Iterable[PlanTable],
    levels: LevelReader,
) -> tuple[Objective, ...]:
    """All items with a code, each once for every part that it is read in.

    Args:
        strategy: The strategic part; None where the programme has none.
        foreign: The part on other planning documents, whose codes are not the programme's.
        tables: The plan tables, whose rows and banners name items too.
        levels: Tells which level a code stands for.
    """
    found: list[_Found] = []
    tables = tuple(tables)
    if strategy:
        barred = foreign.section_ids if foreign else frozenset()
        own = (each for each in strategy.walk() if id(each) not in barred)
        found += _in_strategy(own, levels, _counted_from(tables))
    for table in tables:
        if table.role in _ORIGINS and not table.is_fact_sheet:
            found += _in_table(table, levels)
    once: dict[tuple[str, str, str], _Found] = {}
    for item in found:
        is_shared = (
            not item.code.prefix and item.code.depth == 1
        )  # `Goal 1`, `Priority 1`
        key = (str(item.code), item.origin, item.level if is_shared else "")
        known = once.get(key)
        best = item if known is None or item.clarity > known.clarity else known
        under = known.under if known and known.under else item.under
        once[key] = replace(best, under=under)
    return tuple(_with_parents(tuple(once.values())))


def _counted_from(tables: Iterable[PlanTable]) -> frozenset[str]:
    """The numbers that codes of measures count on from: `1.1` and `1` of `1.1.2`."""
    own = (
        number
        for table in tables
        if "action" in table.roles
        for number in _numbers(table)
    )
    return frozenset(
        above
        for number in own
        for above in accumulate(number.split(".")[:-1], "{}.{}".format)
    )


def _in_strategy(
    sections: Iterable[Section], levels: LevelReader, counted: AbstractSet[str]
) -> Iterator[_Found]:
    """Items that headings, paragraphs and table rows of the strategic part begin with.

    An item stands under the one above it in the same section or in one around it; a
    table row that names one goal and some priorities puts these under it. `counted` are
    the numbers that codes of measures count on from.
    """
    open_items: list[tuple[tuple[str, ...], _Found]] = []
    for section in sections:
        path = section.location.section
        open_items = [each for each in open_items if each[0] == path[: len(each[0])]]
        for quote, clarity in _lines(section, levels):
            found = _item(quote, levels, counted)
            if found is None:
                continue
            found = replace(found, clarity=clarity)
            rank = LEVELS.index(found.level)
            while open_items and LEVELS.index(open_items[-1][1].level) >= rank:
                open_items.pop()
            above = str(open_items[-1][1].code) if open_items else ""
            if not above and clarity == _HEADING:
                above = _served(section, found.level, levels)
            found = replace(found, under=above)
            open_items.append((path, found))
            yield found
        for table in section.blocks:
            if isinstance(table, Table):
                yield from _in_strategy_table(table, levels)


def _served(section: Section, level: str, levels: LevelReader) -> str:
    """What the text right below the heading of an item says that it serves: `For SM2.`."""
    blocks = takewhile(lambda each: isinstance(each, Paragraph), section.blocks)
    first = next(blocks, None)
    if not isinstance(first, Paragraph) or levels.item(first.text) is not None:
        return ""
    wider = LEVELS[: LEVELS.index(level)]
    codes = (leading_code(each) for each in levels.codes_in(first.text))
    named = {
        str(code) for code, _ in filter(None, codes) if levels.level(code) in wider
    }
    return named.pop() if len(named) == 1 else ""


def _item(
    quote: Quote, levels: LevelReader, counted: AbstractSet[str] = frozenset()
) -> _Found | None:
    """The item that a line defines; prose about an item and a list of codes define none.

    `Priority 1. Homes` begins with a word that may stand in prose as well: it defines one
    only where codes of measures count on from its number.
    """
    if len(quote.text) > _LONGEST_ITEM or len(sentences(quote.text)) > 2:
        return None
    item = levels.item(quote.text)
    if item is None or item.code is None or item.level is None:
        return None
    is_counted = item.code.number in counted and leading_code(quote.text) is None
    if not (item.code.prefix or is_counted or _is_called(quote.text, item, levels)):
        return None
    if not is_name(item.name, quote.text):
        return None
    return _Found(item.code, item.level, _name(item.name), STRATEGY, quote)


def _is_called(text: str, item: Item, levels: LevelReader) -> bool:
    """Whether a number is followed by its level and a name: `1. prioritāte. Zinoši ļaudis`.

    `2.2. Strategic goals` is the title of a section, and `Strategy 11` may be anything.
    """
    leading = leading_code(text)
    return (
        leading is not None
        and levels.level_word(leading[1]) is not None
        and item.name != leading[1]
    )


def _lines(section: Section, levels: LevelReader) -> Iterator[tuple[Quote, int]]:
    """What the section says line by line, each with how clearly it can name an item."""
    if section.heading is not None:
        title = levels.without_number(section.title)
        yield Quote(title, section.heading.location), _HEADING
    for block in section.blocks:
        if isinstance(block, Paragraph):
            text = levels.without_number(block.text)
            listed = tuple(enumerated(block.text, levels))
            if not (listed and is_first_of(text, listed[0], levels)):
                yield Quote(text, block.location), 2
            for each in listed:
                yield Quote(each, block.location), 1


def _in_strategy_table(table: Table, levels: LevelReader) -> Iterator[_Found]:
    for row_index in range(table.row_count):
        row: list[_Found] = []
        printed = table.row_texts(row_index)
        texts = [" ".join(text.split()) for text in printed]
        for index, text in enumerate(texts):
            quote = Quote(text, table.location_of(row_index))
            if several := tuple(_line_by_line(printed[index], quote, levels)):
                yield from (_below(row, each) for each in several)
                continue
            found = _item(quote, levels)
            leading = leading_code(text)
            if leading and not leading[1] and index + 1 < len(texts):
                found = _item(
                    Quote(f"{text} {texts[index + 1]}", quote.location), levels
                )
            if found is None:
                yield from _listed(text, quote, row, levels)
                continue
            found = _below(row, found)
            row.append(found)
            yield found


def _line_by_line(text: str, quote: Quote, levels: LevelReader) -> Iterator[_Found]:
    """The items of a cell that names one a line, as the directions of a priority; at least two."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    items = [_item(Quote(line, quote.location), levels) for line in lines]
    found = [each for each in items if each is not None]
    if len(found) > 1 and items[0] is not None:
        yield from found


def _below(row: Sequence[_Found], item: _Found) -> _Found:
    """An item under the nearest one to its left that is above it: `Goal | Priority | Direction`."""
    rank = LEVELS.index(item.level)
    above = [each for each in row if LEVELS.index(each.level) < rank]
    nearest = max(above, key=lambda each: LEVELS.index(each.level), default=None)
    return replace(item, under=str(nearest.code)) if nearest else item


def _listed(
    text: str, quote: Quote, row: Sequence[_Found], levels: LevelReader
) -> Iterator[_Found]:
    """Codes that a cell only lists stand under the items to its left."""
    for code_text in levels.codes_in(text) if row else ():
        leading = leading_code(code_text)
        level = levels.level(leading[0]) if leading else None
        if leading and level:
            found = _below(row, _Found(leading[0], level, "", STRATEGY, quote))
            if found.under:
                yield found


def _name(rest: str) -> str:
    name = " ".join(rest.partition("\n")[0].split())[:200]
    return f"{name})" if name.count("(") > name.count(")") else name


def _in_table(table: PlanTable, levels: LevelReader) -> Iterator[_Found]:
    origin = _ORIGINS[table.role or ""]
    numbers = _numbers(table)
    over = tuple(_over_table(table, numbers, levels, origin))
    yield from over
    for banner in table.banners:
        item = banner.item
        if item is None or item.code is None:
            continue
        # rows count on from a code of unknown letters: `1.1.2` below `SO 1.1`
        counted = "direction" if _is_counted_on(item.code, numbers) else None
        is_below = any(
            each.level == item.level and each.code.number == item.code.parent_number
            for each in over
        )  # `G 1.1` below `SG1`: an objective below it, not one beside it
        if level := counted if is_below and counted else item.level or counted:
            under = banner.above[-1] if banner.above else ""
            name = _name(item.name)
            yield _Found(item.code, level, name, origin, banner.quote, under, 3)
    if table.role == "action":
        for row in table.rows:
            yield from _in_row(row, levels, origin)


def _numbers(table: PlanTable) -> tuple[str, ...]:
    """The numbers of the codes of a table's rows."""
    return tuple(own[0].number for row in table.rows if (own := leading_code(row.code)))


def _is_counted_on(code: Code, numbers: Iterable[str]) -> bool:
    """Whether one of the numbers goes on from a code, as `1.1.2` from `1.1`."""
    return any(number.startswith(f"{code.number}.") for number in numbers)


def _over_table(
    table: PlanTable, numbers: Sequence[str], levels: LevelReader, origin: str
) -> Iterator[_Found]:
    """The items that the headings over a table name, each under the one around it.

    Only those whose numbers the codes of the rows count on from are known to be what the
    measures serve: `1.1.2.` below `1.1. rīcības virziens`.
    """
    under = ""
    place = table.fragments[0].location
    for index, title in enumerate(table.section_path):
        item = heading_item(title, levels)
        if item is None or item.code is None:
            continue
        if item.level and _is_counted_on(item.code, numbers):
            home = replace(
                place, section=table.section_path[: index + 1], table_number=None
            )
            quote = Quote(title, home)
            name = _name(item.name)
            yield _Found(item.code, item.level, name, origin, quote, under, 3)
            under = str(item.code)


def _in_row(row: Row, levels: LevelReader, origin: str) -> Iterator[_Found]:
    """The items that a row's group cells name, and the row itself where it has a code."""
    under = ""
    for concept in _GROUP_COLUMNS:
        text = row.field(concept).text if row.has_column(concept) else ""
        item = levels.item(text)
        if item and item.code and item.name:
            yield _Found(item.code, concept, _name(item.name), origin, row.quote, under)
            under = str(item.code)
    own = leading_code(row.code)
    if own is not None:
        level = levels.level(own[0]) or "measure"
        above = row.parents[-1] if row.parents else under
        yield _Found(own[0], level, row.name, origin, row.quote, above)


def _with_parents(items: tuple[_Found, ...]) -> Iterator[Objective]:
    by_number: dict[str, list[_Found]] = {}
    for item in items:
        by_number.setdefault(item.code.number, []).append(item)
    items = tuple(_counted_by_letter(each, by_number) for each in items)
    above = {id(item): _by_number(item, by_number) for item in items}
    counting = _levels_that_count(items, above)
    level_of = {str(item.code): item.level for item in items}
    for item in items:
        parent = above[id(item)]
        under = _named_aside(item, level_of) or item.under
        is_known = under in level_of and under != str(item.code)
        if not parent and is_known and item.level not in counting:
            parent = under
        yield Objective(
            str(item.code), item.level, item.name, parent, item.origin, item.quote
        )


def _counted_by_letter(item: _Found, by_number: Mapping[str, list[_Found]]) -> _Found:
    """A measure `A1.1.2` with the letter for its first number where `U A1.1` is counted so."""
    lettered = item.code.lettered
    is_counted = lettered and lettered.rpartition(".")[0] in by_number
    return replace(item, code=Code("", lettered)) if is_counted else item


def _named_aside(item: _Found, level_of: Mapping[str, str]) -> str:
    """What an item of the strategic part says in brackets that it serves: `P1 Homes (G1)`."""
    if item.origin != STRATEGY:
        return ""
    asides = _ASIDE.findall(item.quote.text)
    codes = (leading_code(each) for each in asides)
    named = [str(each[0]) for each in codes if each is not None and not each[1]]
    rank = LEVELS.index(item.level)
    above = (
        code
        for code in named
        if code in level_of and LEVELS.index(level_of[code]) < rank
    )
    return next(above, "")


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
