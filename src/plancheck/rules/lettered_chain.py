"""Objectives below priorities that only letters count: `A1` and `A2` below `Priority A`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from plancheck.sdk import Objective, Programme, Table, lazy_pattern

_BELOW_LETTER = lazy_pattern(r"(?P<letter>[A-H])[ .-]?\d{1,2}(?:\.\d{1,2})?$")


def with_lettered(
    programme: Programme, objectives: Sequence[Objective], levels: Sequence[str]
) -> tuple[Objective, ...]:
    """Coded objectives, those that count on from letters below what has these.

    What a letter counts stands below the goal of the same row: `M1 Homes | Priority A`.
    """
    by_letter = {each.code: each for each in programme.lettered_objectives}
    above = {
        id(each): letter
        for each in objectives
        if (letter := _letter_over(each, by_letter, levels))
    }
    if not above:
        return tuple(objectives)
    used = [by_letter[letter] for letter in dict.fromkeys(above.values())]
    goals = _goals_beside(programme, objectives, used, levels)
    return (
        *(replace(each, parent_code=goals.get(each.code, "")) for each in used),
        *(
            replace(each, parent_code=above.get(id(each), each.parent_code))
            for each in objectives
        ),
    )


def _letter_over(
    item: Objective, by_letter: Mapping[str, Objective], levels: Sequence[str]
) -> str:
    """The letter that an objective without a parent counts on from; empty where none."""
    match = _BELOW_LETTER.match(item.code)
    over = by_letter.get(match["letter"]) if match and not item.parent_code else None
    is_below = over and levels.index(over.level) < levels.index(item.level)
    return over.code if over and is_below else ""


def _goals_beside(
    programme: Programme,
    objectives: Sequence[Objective],
    lettered: Sequence[Objective],
    levels: Sequence[str],
) -> Mapping[str, str]:
    """The code of the goal that stands in the same table row as each letter's objective."""
    part = programme.part("strategic part")
    rows = list(_rows(part.tables)) if part else []
    found: dict[str, str] = {}
    for each in lettered:
        rank = levels.index(each.level)
        wider = [one for one in objectives if levels.index(one.level) < rank]
        name = each.name.casefold()
        for cells in rows:
            if not any(cell.endswith(name) for cell in cells):
                continue
            for goal in wider:
                if any(goal.name.casefold() in cell for cell in cells):
                    found.setdefault(each.code, goal.code)
    return found


def _rows(tables: Sequence[Table]) -> Iterator[tuple[str, ...]]:
    for table in tables:
        for row_index in range(table.row_count):
            texts = table.row_texts(row_index)
            yield tuple(" ".join(text.split()).casefold() for text in texts)
