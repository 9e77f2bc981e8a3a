"""Strategy: whether the programme chooses what comes first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from plancheck.rules.asking import (
    QUOTED,
    excerpt,
    first_quote,
    plan_rows,
    row_quote,
    speaks_of,
)
from plancheck.rules.order_told import told_order
from plancheck.sdk import (
    Block,
    Finding,
    Location,
    Measure,
    Mention,
    Message,
    Objective,
    Paragraph,
    ParagraphRole,
    Programme,
    Quote,
    Stance,
    Table,
    Verdict,
    fold,
    not_applicable,
    rule,
)

CONCEPT = "order of priority"
_RANK = "priority level"
_LEAST_ROWS = 3
_HEADER_ROWS = 3
_MOST = 0.6
_LONGEST_RANK = 40
_LISTED = 2


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A row or sentence that ranks something: the codes it names, and where it stands."""

    codes: frozenset[str]
    quote: Quote


@dataclass(frozen=True, slots=True)
class _Choices:
    """What can be chosen from: priorities, tasks (or else directions), and plan rows."""

    priorities: Sequence[Objective]
    tasks: Sequence[Objective]
    rows: Sequence[Measure]
    tables: Sequence[Sequence[Measure]]
    """The rows again, measures and projects apart: a programme ranks the one or the other."""

    @classmethod
    def of(cls, programme: Programme) -> "_Choices":
        by_level: dict[str, dict[str, Objective]] = {}
        for each in programme.objectives:
            by_level.setdefault(each.level, {}).setdefault(each.code, each)
        tasks = by_level.get("task") or by_level.get("direction") or {}
        priorities = by_level.get("priority", {})
        return cls(
            tuple(priorities.values()),
            tuple(tasks.values()),
            plan_rows(programme),
            (programme.measures, programme.projects),
        )

    @property
    def named(self) -> Sequence[Objective | Measure]:
        """What a sentence can name: each task and each row."""
        return (*self.tasks, *self.rows)

    def share(self, ranked: Sequence[_Ranked]) -> float:
        """The largest share of tasks, of measures or of projects that are ranked."""
        codes = {code for each in ranked for code in each.codes}
        places = {_place(each.quote.location) for each in ranked}
        shares = [0.0]
        if self.tasks:
            held = sum(each.code in codes for each in self.tasks)
            shares.append(held / len(self.tasks))
        for rows in filter(None, self.tables):
            held = sum(
                row.code in codes or _place(row.quote.location) in places
                for row in rows
            )
            shares.append(held / len(rows))
        return max(shares)


@rule(
    "SD02",
    category="strategy",
    criteria=("S1", "S4"),
    severity="warning",
    source="Good practice: a criterion of the peer review of urban strategies; on plans that "
    "are lists of wishes: [Valsts kontrole 2018]",
)
def focus(
    programme: Programme, *, priorities: int = 7, tasks: int = 25, ranked: float = 0.6
) -> Verdict:
    """What comes first is chosen: tasks or projects are ranked."""
    choices = _Choices.of(programme)
    if not choices.tasks and not choices.rows:
        not_applicable(
            "The programme has no tasks, measures or projects to choose from."
        )
    count = len(choices.tasks or choices.rows)
    is_short = len(choices.priorities) <= priorities and count <= tasks
    sheets = _in_sheets(choices.rows)
    found = (*_in_tables(programme), *sheets, *_in_sentences(programme))
    quotes = tuple(dict.fromkeys(each.quote for each in found))[:QUOTED]
    if choices.share(found) >= ranked:
        message = Message.of(
            "Tasks, measures or projects are ranked, as “{quote}”.",
            quote=excerpt(quotes[0]),
        )
        return Verdict(4 if is_short else 3, message, quotes=quotes)
    chosen = _short_list(programme) or told_order(programme, choices.named)
    if chosen:
        message = Message.of(
            "It is said what comes first: “{quote}”", quote=excerpt(chosen)
        )
        return Verdict(3, message, quotes=(chosen,))
    return _unranked(programme, choices, quotes, is_short=is_short)


def _in_tables(programme: Programme) -> Iterator[_Ranked]:
    """The rows of tables that give most of their rows a rank, risks left out."""
    for document in programme.documents:
        for table in document.tables:
            column = _rank_column(programme, table)
            if column is None:
                continue
            for row_index in range(1, table.row_count):
                if _is_rank(programme, table.text_at(row_index, column)):
                    row = row_quote(table, row_index)
                    yield _Ranked(frozenset(programme.codes_in(row.text)), row)


def _in_sheets(rows: Sequence[Measure]) -> Iterator[_Ranked]:
    """The fact sheets that give a rank, where not all of them give the same."""
    ranked = [
        (row, fold(row.field(_RANK).text))
        for row in rows
        if row.field(_RANK) and len(row.field(_RANK).text) <= _LONGEST_RANK
    ]
    if len({rank for _, rank in ranked}) > 1:
        yield from (_Ranked(frozenset({row.code}), row.quote) for row, _ in ranked)


def _rank_column(programme: Programme, table: Table) -> int | None:
    """The column whose head speaks of priority and whose cells are ranks, not names."""
    if table.row_count <= _LEAST_ROWS:
        return None
    depth = min(_HEADER_ROWS, table.row_count)
    # a banner, as the name of a direction, fills all columns with one text
    body = [
        row for row in range(1, table.row_count) if len({*table.row_texts(row)}) > 1
    ]
    for index in range(table.column_count):
        heads = {table.text_at(row, index) for row in range(depth)}
        if not any(speaks_of(programme, "rank", head) for head in heads):
            continue
        texts = [table.text_at(row, index) for row in body]
        ranks = [fold(text) for text in texts if _is_rank(programme, text)]
        filled = [text for text in texts if text.strip() and text not in heads]
        is_rank = len(ranks) >= max(_LEAST_ROWS, _MOST * len(filled))
        if is_rank and len(set(ranks)) > 1 and not _is_of_risks(programme, table):
            return index
    return None


def _is_rank(programme: Programme, text: str) -> bool:
    return len(text) <= _LONGEST_RANK and programme.vocabulary.has_word(
        "rank_value", fold(text).strip(" ."), text
    )


def _is_of_risks(programme: Programme, table: Table) -> bool:
    heads = (table.text_at(0, index) for index in range(table.column_count))
    return any(
        speaks_of(programme, each, head)
        for head in heads
        for each in ("hazard", "risk level", "risk of something")
    )


def _in_sentences(programme: Programme) -> Iterator[_Ranked]:
    """Sentences that give codes a rank: `U1.1 and U2.3 have high priority`."""
    for mention in programme.mentions("ranked", outside=("participation report",)):
        codes = frozenset(programme.codes_in(mention.quote.text))
        if mention.stance is Stance.ASSERTED and codes:
            yield _Ranked(codes, mention.quote)


def _short_list(programme: Programme) -> Quote | None:
    """A passage that says what is done first and names several things; None without."""
    for mention in programme.mentions(
        "short list",
        outside=("participation report", "current situation", "climate"),
    ):
        text = _with_items(mention)
        named = len(programme.codes_in(text)) >= _LISTED
        rest = text.partition(mention.term)[2]
        listed = rest.count(",") + rest.count(";") >= _LISTED and ":" in rest
        if mention.stance is Stance.ASSERTED and (named or listed):
            return mention.quote
    return None


def _with_items(mention: Mention) -> str:
    """The paragraph of a mention, with the list that it leads in: `These come first:`."""
    block = mention.block
    if not isinstance(block, Paragraph):
        return mention.quote.text
    if not block.text.rstrip().endswith(":"):
        return block.text
    blocks = iter(mention.section.blocks)
    if not any(each is block for each in blocks):
        return block.text
    items = (
        each.text for each in takewhile(_is_item, blocks) if not isinstance(each, Table)
    )
    return "; ".join((block.text, *items))


def _is_item(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is ParagraphRole.LIST_ITEM


def _unranked(
    programme: Programme,
    choices: _Choices,
    quotes: tuple[Quote, ...],
    *,
    is_short: bool,
) -> Verdict:
    """2 where some are ranked or few can be chosen from, else 1 or 0."""
    equal = first_quote(programme.mentions("all equal"), Stance.ASSERTED)
    counts = {"tasks": len(choices.tasks), "rows": len(choices.rows)}
    if equal is not None:
        sentence = "The programme itself says that nothing comes first: “{quote}”"
        message = Message.of(sentence, quote=excerpt(equal))
        return Verdict(1, message, (Finding(message, (equal,)),))
    absence = programme.absence(CONCEPT)
    if quotes:
        message = Message.of(
            "Only some tasks, measures or projects have a rank, as “{quote}”.",
            quote=excerpt(quotes[0]),
        )
        return Verdict(2, message, (Finding(message, quotes),), quotes)
    if criteria := _by_criteria(programme):
        message = Message.of(
            "That measures were ranked or chosen is said, but no task, measure or project "
            "carries its rank: “{quote}”",
            quote=excerpt(criteria),
        )
        return Verdict(
            2, message, (Finding(message, (criteria, absence)),), (criteria,)
        )
    message = Message.of(
        "No task, measure or project is ranked before another; there are {tasks} tasks and "
        "{rows} measures and projects.",
        **counts,
    )
    quotes_of_all = (
        each.quote for group in (choices.tasks, choices.rows) for each in group
    )
    examples = tuple(islice(quotes_of_all, QUOTED))
    finding = Finding(message, (*examples, absence))
    return Verdict(2 if is_short else 0, message, (finding,), (), absence)


def _by_criteria(programme: Programme) -> Quote | None:
    """The first sentence by which measures were put in order, in a programme that shows none."""
    mentions = programme.mentions(
        "ranked by criteria", outside=("participation report", "current situation")
    )
    prose = (each for each in mentions if isinstance(each.block, Paragraph))
    return first_quote(prose, Stance.ASSERTED)


def _place(location: Location) -> tuple[str, int | None, int | None]:
    return location.document, location.table_number, location.row_number
