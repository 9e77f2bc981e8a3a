"""Which letters of codes stand for which level, told by the column that lists them.

`P1 Homes` under `Priority` and `R1.1 Rents` under `Direction` say what `P` and `R` are in
this programme, though they usually stand for something else.
"""

from collections.abc import Callable, Iterable, Mapping

from plancheck.model.table import Table
from plancheck.programme.codes import leading_code
from plancheck.programme.column_contents import filled_texts

_LONGEST_LABEL = 40
_FEWEST = 2
_MOST = 0.8
_SHORTEST_NAME = 3


def letters_of_columns(
    tables: Iterable[Table], level_of: Callable[[str], str | None]
) -> Mapping[str, str]:
    """The level of each prefix that columns of names are headed by, where all agree.

    Args:
        tables: Of the programme's documents.
        level_of: Gives the level that a label names; None for other labels.
    """
    told: dict[str, set[str]] = {}
    for table in tables:
        for index in range(table.column_count if table.row_count else 0):
            label = table.text_at(0, index)
            level = level_of(label) if len(label) <= _LONGEST_LABEL else None
            prefix = _prefix(filled_texts(table, 1, index)) if level else ""
            if level and prefix:
                told.setdefault(prefix, set()).add(level)
    return {prefix: levels.pop() for prefix, levels in told.items() if len(levels) == 1}


def _prefix(texts: Iterable[str]) -> str:
    """The letters that begin most cells, at least two different ones, before a name.

    Codes alone refer to what another table names, whatever stands over them.
    """
    leading = [leading_code(text) for text in dict.fromkeys(texts)]
    named = [
        code.prefix
        for code, name in filter(None, leading)
        if len(name) >= _SHORTEST_NAME and name[0].isupper()
    ]
    prefix = max(named, key=named.count, default="")
    count = named.count(prefix)
    return prefix if count >= max(_FEWEST, _MOST * len(leading)) else ""
