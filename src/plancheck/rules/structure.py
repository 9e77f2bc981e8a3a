"""Document structure: whether the parts and tables are there."""

from collections.abc import Sequence
from dataclasses import replace

from plancheck.rules.asking import QUOTED, excerpt, has_column, speaks_of
from plancheck.rules.passing import headed_goals, told_at_length, told_in_passing
from plancheck.rules.verdicts import capped, not_understood
from plancheck.sdk import (
    SHARES,
    Finding,
    Message,
    Part,
    PlanTable,
    Programme,
    Quote,
    Row,
    Unsure,
    Verdict,
    rule,
)

PARTS = (
    "current situation",
    "strategic part",
    "action plan",
    "investment plan",
    "monitoring procedure",
    "participation report",
)
BARE_HEADING = 0.25
"""What a heading without content, or a mention in passing, counts: two are a gap."""
ROLES = {
    "action plan": "action",
    "investment plan": "investment",
    "monitoring procedure": "indicator",
    "participation report": "proposals",
}
"""The tables that are a part's content, wherever they stand."""
ACTION_COLUMNS = {
    "task or measure": ("measure", "task", "name", "project"),
    "responsible body": ("responsible", "executor"),
    "term": ("term", "start", "duration"),
    "result or indicator": ("result", "indicator"),
    "funding source": ("source", *SHARES),
}
_TERM = ACTION_COLUMNS["term"]
INVESTMENT_COLUMNS = {
    "project": ("project", "measure", "name", "task"),
    "amount": ("amount", "running cost"),
    "split by funding source": SHARES,
    "result": ("result", "indicator"),
    "time": ("term", "start", "duration", "value in year"),
    "responsible body": ("responsible", "executor"),
}
_HEADER_ROWS = 2
_LONGEST_LABEL = 6
_ALIKE = 3
"""So many columns of a plan make a table look like one."""
Columns = dict[str, tuple[str, ...]]


@rule(
    "DS01",
    category="structure",
    severity="error",
    source="Good practice; [LV programmes]; [TAPL 22]",
)
def complete_parts(
    programme: Programme, *, parts: Sequence[str] = PARTS, words: int = 100
) -> Verdict:
    """The programme has all its parts."""
    judged = [_part(programme, concept, words) for concept in parts]
    share = sum(weight for weight, _ in judged) / len(judged)
    lacking = [each for _, each in judged if isinstance(each, Finding)]
    return Verdict(
        score=4
        if share == 1
        else 3
        if share >= 5 / 6
        else 2
        if share >= 2 / 3
        else 1
        if share
        else 0,
        message=Message.of(
            "{having} of {total} parts were found with their content.",
            having=len(judged) - len(lacking),
            total=len(judged),
        ),
        findings=tuple(lacking),
        quotes=tuple(each for _, each in judged if isinstance(each, Quote)),
        absence=programme.absence(parts[0]) if not share else None,
    )


def _part(
    programme: Programme, concept: str, words: int
) -> tuple[float, Quote | Finding]:
    """How much a part counts, with its heading or what is wrong with it."""
    part = programme.part(concept)
    tables = programme.tables_of(ROLES[concept]) if concept in ROLES else ()
    if tables:
        return 1, part.quote if part else tables[0].quote
    if part is not None and part.found_by == "table":
        part = None
    if part is None or _is_bare(part, words):
        return _without_content(programme, concept, part)
    return 1, part.quote


def _is_bare(part: Part, words: int) -> bool:
    return part.found_by == "heading" and part.word_count < words and not part.tables


def _without_content(
    programme: Programme, concept: str, part: Part | None
) -> tuple[float, Quote | Finding]:
    """How much a part counts that has no heading of its own, or nothing below it."""
    name = Message(concept)
    if (told := told_at_length(programme, concept)) is not None:
        return 1, told
    if part is None:
        goals = headed_goals(programme) if concept == "strategic part" else None
        if goals is not None:
            return 1, goals
        if (passing := told_in_passing(programme, concept)) is not None:
            return BARE_HEADING, passing
        message = Message.of(
            "The part “{part}” was not found in the supplied files.", part=name
        )
        return 0, Finding(message, (programme.absence(concept),))
    message = Message.of(
        "The part “{part}” has a heading, but only {count} words and no table "
        "below it.",
        part=name,
        count=part.word_count,
    )
    return BARE_HEADING, Finding(message, (part.quote,))


@rule(
    "DS04",
    category="structure",
    criteria=("S4",),
    severity="error",
    source="Good practice; [TAPL 1(1)]",
)
def action_table(programme: Programme, *, dated: float = 0.85) -> Verdict:
    """The action plan is a table with result, term, responsible body and funding source."""
    table = programme.table_of("action")
    if table is None:
        return _only_text(programme, "action plan", ACTION_COLUMNS)
    verdict = _by_columns(table, ACTION_COLUMNS, "action")
    rows = [row for row in table.rows if row.has_any_column(_TERM)]
    undated = [row for row in rows if _is_undated(row)]
    if len(undated) <= (1 - dated) * len(rows):
        return verdict
    message = Message.of(
        "{count} of {total} measures have no term that can be kept, as “{name}”.",
        count=len(undated),
        total=len(rows),
        name=undated[0].name,
    )
    quotes = tuple(row.quote for row in undated[:QUOTED])
    return capped(verdict, 2, Finding(message, quotes))


def _is_undated(row: Row) -> bool:
    """Whether words stand for a term and name none: `where possible`.

    An empty cell may belong to the term above it: PDFs lose what was merged.
    """
    texts = (row.field(each).text for each in _TERM if row.has_column(each))
    return not row.says(*_TERM) and any(map(str.isalpha, "".join(texts)))


@rule(
    "DS05",
    category="structure",
    criteria=("F2",),
    severity="error",
    source="Good practice; [TAPL 1(1)]",
)
def investment_table(programme: Programme, *, filled: float = 0.8) -> Verdict:
    """The investment plan is a table with amount, split, result, time and responsible body."""
    table = programme.table_of("investment")
    if table is None:
        return _only_text(programme, "investment plan", INVESTMENT_COLUMNS)
    verdict = _by_columns(table, INVESTMENT_COLUMNS, "investment")
    thin = [
        concepts
        for concepts in INVESTMENT_COLUMNS.values()
        if has_column(table, concepts) and table.filled(*concepts) < filled
    ]
    findings = tuple(_thin(table, concepts) for concepts in thin)
    bare = sum(table.filled(*concepts) < filled / 2 for concepts in thin)
    return replace(
        verdict,
        score=max(1, min(verdict.score - bare, 3)) if thin else verdict.score,
        findings=(*verdict.findings, *findings),
    )


def _thin(table: PlanTable, concepts: Sequence[str]) -> Finding:
    """That too few rows fill a column that is there."""
    quote = table.column_quote(*concepts) or table.quote
    message = Message.of(
        "The column “{label}” of the investment table is filled in only {percent} % of "
        "its {rows} rows.",
        label=quote.text,
        percent=round(table.filled(*concepts) * 100),
        rows=round(table.covered(*concepts) * len(table.rows)),
    )
    return Finding(message, (table.quote,))


def _only_text(programme: Programme, concept: str, columns: Columns) -> Verdict:
    """What is said of a plan that has no table: text alone, or nothing.

    Raises:
        Unsure: A table has such columns, but was not read as one of the plan.
    """
    if alike := _alike(programme, columns):
        message = Message.of(
            "A table with the columns “{columns}” may be the part “{part}”, but it could "
            "not be read as such.",
            columns=excerpt(alike),
            part=Message(concept),
        )
        raise Unsure(message, alike)
    part = programme.part(concept)
    absence = programme.absence(concept, nearest=part.quote if part else None)
    told = told_at_length(programme, concept) if part is None else None
    if told is not None:
        message = Message.of(
            "The part “{part}” is told in text, as in “{quote}”; it has no table with a "
            "row for each measure or project.",
            part=Message(concept),
            quote=excerpt(told),
        )
        return Verdict(1, message, (Finding(message, (told, absence)),), (told,))
    if part is None or part.found_by in {"file name", "settings"}:
        sentence = "No table of the part “{part}” was found in the supplied files."
        return Verdict.absent(Message.of(sentence, part=Message(concept)), absence)
    message = Message.of(
        "The part “{part}” has no table with a row for each measure or project.",
        part=Message(concept),
    )
    finding = Finding(message, (part.quote,))
    return Verdict(1, message, (finding,), (part.quote,), absence=absence)


def _alike(programme: Programme, columns: Columns) -> Quote | None:
    """The header row of a table that no plan was read from, with columns of one."""
    for document in programme.documents:
        for table in document.tables:
            if programme.is_plan_table(table):
                continue
            for index in range(min(_HEADER_ROWS, table.row_count)):
                labels = tuple(dict.fromkeys(filter(None, table.row_texts(index))))
                if _kinds(programme, labels, columns) >= _ALIKE:
                    return Quote(" | ".join(labels), table.location_of(index))
    return None


def _kinds(programme: Programme, labels: Sequence[str], columns: Columns) -> int:
    """How many of the columns of a plan some labels name."""
    short = [each for each in labels if len(each.split()) <= _LONGEST_LABEL]
    return sum(
        any(speaks_of(programme, each, label) for each in concepts for label in short)
        for concepts in columns.values()
    )


def _by_columns(table: PlanTable, columns: Columns, role: str) -> Verdict:
    """The verdict on which columns the tables of a role have between them.

    Raises:
        Unsure: All that is missing may stand in columns that were not understood.
    """
    lacking = {
        name: concepts
        for name, concepts in columns.items()
        if not has_column(table, concepts)
    }
    unread = {
        name: found
        for name, concepts in lacking.items()
        if not table.has(*concepts) and (found := table.may_have(*concepts))
    }
    quotes = [
        table.column_quote(*concepts)
        for concepts in columns.values()
        if has_column(table, concepts)
    ]
    verdict = Verdict(
        score=max(1, 4 - len(lacking)),
        message=Message.of(
            "{having} of {total} columns of the {role} table are there and filled.",
            having=len(columns) - len(lacking),
            total=len(columns),
            role=Message(role),
        ),
        findings=tuple(
            _missing(table, concepts, name, role)
            for name, concepts in lacking.items()
            if name not in unread
        ),
        quotes=tuple(quote for quote in quotes if quote),
    )
    if unread and not verdict.findings and not verdict.passes:
        name, found = next(iter(unread.items()))
        raise Unsure(not_understood(found, name), table.quote)
    return verdict


def _missing(
    table: PlanTable, concepts: Sequence[str], name: str, role: str
) -> Finding:
    """That a column is not there, stands over few rows only, or that nothing is in it."""
    label = table.column_quote(*concepts)
    count = round(table.covered(*concepts) * len(table.rows))
    if label is None or not count:
        sentence = "The {role} table has no column for {column}."
    elif table.filled(*concepts):
        sentence = (
            "Only {count} of {total} rows of the {role} tables stand in a table with a "
            "column for {column}."
        )
    else:
        sentence = "The column “{label}” of the {role} table is empty."
    message = Message.of(
        sentence,
        label=label.text if label else "",
        role=Message(role),
        column=Message(name),
        count=count,
        total=len(table.rows),
    )
    return Finding(message, (table.quote,))
