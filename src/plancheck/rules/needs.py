"""Strategy: whether tasks answer the needs that the analysis found."""

import re
import string
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from plancheck.rules.asking import QUOTED, excerpt, speaks_of
from plancheck.rules.content_words import content_stems, telling_stems
from plancheck.rules.shortcomings import sentences_outside_plan, told_shortcomings
from plancheck.sdk import (
    Measure,
    Message,
    Objective,
    Paragraph,
    Programme,
    Quote,
    Section,
    Table,
    Unsure,
    Verdict,
    not_applicable,
    rule,
)

CONCEPT = "needs"
_ASIDE = re.compile(r"\(([^\W\d_]{4,20} [^()\n]{1,60})\)\W{0,3}$")
_CODE_IN_ASIDE = re.compile(r"(?<![\w.])[^\W\d_]{0,4}\d{1,2}(?:\.\d{1,2}){0,3}(?![\w])")
"""What may be a code: `2.1`, `U2.1`."""
_NUMBERS = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,4}")
_SHARED = 2
_SHORT = 25
"""Content words of a need that is one thing, as a cell of a SWOT table is."""
_LEVELS = ("task", "direction", "priority")
_LONGEST_NEED = 1200
"""Characters of a conclusion; what is longer is the analysis itself."""
_LONGEST_ITEM = 400
_MOST_TOLD = 8
_LEAST_MET = 3
"""Tasks that a section of so few sentences must speak of to be on their reasons."""
_SOME = 2
"""The score from which sentences alone answer many tasks."""
_MOST_LISTED = 8
"""Lines behind one that announces a list of needs."""


@dataclass(frozen=True, slots=True)
class _Need:
    """A weakness, problem or need with its content words, and the codes beside it."""

    quote: Quote
    stems: frozenset[str]
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Task:
    """A task with the words of its name and of the measures below it.

    `is_objective` is false for a measure that stands for a task where there is none.
    `own` is the need that the plan itself gives beside it, or beside a measure below it.
    `above` are the numbers of what such a measure stands below, or of the task itself:
    `1.2` of `SO 1.2`.
    """

    name: str
    quote: Quote
    code: str
    stems: frozenset[str]
    is_objective: bool = True
    own: Quote | None = None
    above: frozenset[str] = frozenset()


@rule(
    "SD03",
    category="strategy",
    criteria=("S2",),
    severity="warning",
    source="[APSL 4] on problems and their solutions; for strategies with EU funds "
    "[(EU) 2021/1060 29(1)(b)] and [(EU) 2021/1060 29(1)(c)]",
    certainty="medium",
)
def needs_to_tasks(programme: Programme, *, linked: float = 0.6) -> Verdict:
    """Tasks answer needs that the analysis names."""
    tasks = _tasks(programme) or not_applicable(
        "The programme has no tasks, directions or measures."
    )
    needs = tuple(_needs(programme))
    telling = telling_stems(task.stems for task in tasks)
    told = tuple(_told(programme))
    answers = {
        id(task): task.own
        or _answered(task, needs, telling)
        or _answered_in_text(task, told, telling)
        for task in tasks
    }
    verdict = Verdict.of_share(
        tasks,
        having=lambda task: answers[id(task)],
        found="{having} of {total} tasks answer a need that is named.",
        missing="No weakness, problem or need is named for “{name}”.",
        missing_all="None of the {total} tasks answers a weakness, problem or need that "
        "is named.",
        pass_at=linked,
    )
    if not needs and not any(task.own for task in tasks) and not verdict.passes:
        told_of = tuple(filter(None, answers.values()))
        return _unlisted(programme, verdict, tasks, telling, told_of)
    if not verdict.passes and not any(task.is_objective for task in tasks):
        message = Message.of(
            "Needs are named, but measures without tasks above them can hardly be matched "
            "with needs by their words: {having} of {total} are.",
            having=sum(bool(each) for each in answers.values()),
            total=len(tasks),
        )
        raise Unsure(message, *(each.quote for each in needs[:1]))
    pairs = [(task.quote, answer) for task in tasks if (answer := answers[id(task)])][
        :QUOTED
    ]
    quotes = tuple(dict.fromkeys(quote for pair in pairs for quote in pair))
    return replace(verdict, score=max(1, verdict.score), quotes=quotes)


_UNKNOWN = (
    "No list of needs was found; whether the text tells what the tasks answer could not be "
    "told from: “{quote}”"
)


def _perhaps(
    programme: Programme, tasks: Sequence[_Task], telling: frozenset[str]
) -> Quote | None:
    """The first sentence of a short section that is all on what most tasks are about."""
    for section in programme.walk():
        own = tuple(sentences_outside_plan(programme, section))
        if not 0 < len(own) <= _MOST_TOLD:
            continue
        wants = [_need(programme, quote, quote.text) for quote in own]
        met = [task for task in tasks if _answered_in_text(task, wants, telling)]
        is_on_most = len(met) >= max(_LEAST_MET, len(tasks) / 2)
        if is_on_most and all(
            any(_answered_in_text(task, (want,), telling) for task in met)
            for want in wants
        ):
            return own[0]
    return None


def _unlisted(
    programme: Programme,
    verdict: Verdict,
    tasks: Sequence[_Task],
    telling: frozenset[str],
    told: Sequence[Quote],
) -> Verdict:
    """The verdict where no list names needs, and sentences tell too few of them."""
    if verdict.score < _SOME:
        if perhaps := _perhaps(programme, tasks, telling):
            raise Unsure(Message.of(_UNKNOWN, quote=excerpt(perhaps)), perhaps)
        return programme.absent(
            CONCEPT, "No list of weaknesses, problems or needs was found."
        )
    message = Message.of(
        "No list of needs was found; the text tells some that tasks answer, but whether "
        "the others have one could not be told: “{quote}”",
        quote=excerpt(told[0]),
    )
    raise Unsure(message, *told[:QUOTED])


def _answered(
    task: _Task, needs: Sequence[_Need], telling: frozenset[str]
) -> Quote | None:
    """The need that a task answers: by its code, by two words, or by one that tells."""
    for need in needs:
        numbers = {code[_letters(code) :] for code in need.codes}
        if (task.code and task.code in need.codes) or task.above & numbers:
            return need.quote
    for need in needs:
        shared = need.stems & task.stems
        is_short = len(need.stems) <= _SHORT
        if len(shared) >= _SHARED or (is_short and shared & telling):
            return need.quote
    return None


def _answered_in_text(
    task: _Task, told: Sequence[_Need], telling: frozenset[str]
) -> Quote | None:
    """A sentence on a need that shares two words with a task, one of them telling.

    A sentence has more words than a cell of a list, and so must share more.
    """
    for need in told:
        shared = need.stems & task.stems
        if len(shared) >= _SHARED and shared & telling:
            return need.quote
    return None


def _tasks(programme: Programme) -> tuple[_Task, ...]:
    """The tasks, each once; directions, priorities or measures where there are none."""
    below: dict[str, list[Measure]] = {}
    for row in programme.measures:
        for code in {*row.parents, _number_above(row.code)}:
            below.setdefault(code, []).append(row)
    for level in _LEVELS:
        own = {each.code: each for each in programme.objectives if each.level == level}
        if len(own) > 1:
            return tuple(_of_objective(programme, each, below) for each in own.values())
    return tuple(
        _Task(
            row.name,
            row.quote,
            row.code,
            content_stems(programme, (row.name,)),
            is_objective=False,
            own=_own_need(row),
            above=_numbers_above(row),
        )
        for row in programme.measures
    )


def _number_above(code: str) -> str:
    """The number that a code counts on from: `1.2` of `1.2.3`."""
    return code[_letters(code) :].rpartition(".")[0]


def _numbers_above(row: Measure) -> frozenset[str]:
    """The numbers of two places and more of all that a measure stands below."""
    above = (_number_above(row.code), *(each[_letters(each) :] for each in row.parents))
    return frozenset(number for number in above if _NUMBERS.fullmatch(number))


def _letters(code: str) -> int:
    """How many letters a code begins with."""
    return len(code) - len(code.lstrip(string.ascii_letters))


def _of_objective(
    programme: Programme, objective: Objective, below: Mapping[str, Sequence[Measure]]
) -> _Task:
    number = objective.code[_letters(objective.code) :]
    keys = dict.fromkeys((objective.code, number))
    rows = [row for key in keys for row in below.get(key, ())]
    names = (objective.name, *(row.name for row in rows))
    return _Task(
        objective.name,
        objective.quote,
        objective.code,
        content_stems(programme, names),
        own=next((need for row in rows if (need := _own_need(row))), None),
        above=frozenset({number} if "." in number else ()),
    )


def _own_need(row: Measure) -> Quote | None:
    """What a plan's own column of needs or problems says for a row."""
    field = row.field("need")
    return field.quote if field else None


def _needs(programme: Programme) -> Iterator[_Need]:
    """Weaknesses and threats of a SWOT table, rows of problems, and lists headed by needs."""
    situation = programme.section_ids("current situation")
    planned = {each.code for each in programme.measures if each.code}
    planned.update(each.code for each in programme.objectives)
    for section in programme.walk():
        listed = 0
        codes = planned if id(section) in situation else frozenset()
        for block in section.blocks:
            if isinstance(block, Table) and not programme.is_plan_table(block):
                yield from _in_table(programme, block)
            if not isinstance(block, Paragraph):
                listed = 0
                continue
            if listed or _concludes(programme, section, block):
                yield _need(programme, Quote(block.text, block.location), block.text)
            elif told := _answered_below(programme, block, codes):
                yield told
            is_opening = _opens_list(programme, block)
            listed = _MOST_LISTED if is_opening else max(listed - 1, 0)


def _answered_below(
    programme: Programme, paragraph: Paragraph, planned: AbstractSet[str]
) -> _Need | None:
    """An item of the analysis that says by which measures or tasks it is answered.

    As in `2. The Riverside floods (answered by 2.1)`; a code alone may stand behind a
    strength as well.
    """
    aside = _ASIDE.search(paragraph.text)
    codes = planned & {*_CODE_IN_ASIDE.findall(aside[1])} if aside else frozenset()
    if not codes:
        return None
    quote = Quote(paragraph.text, paragraph.location)
    return _Need(quote, content_stems(programme, (quote.text,)), frozenset(codes))


def _opens_list(programme: Programme, paragraph: Paragraph) -> bool:
    """Whether a line announces a list of needs: `The main challenges are these:`."""
    text = paragraph.text.rstrip()
    return text.endswith(":") and speaks_of(programme, "listed needs", text)


def _told(programme: Programme) -> Iterator[_Need]:
    """Sentences that say what is lacking or has to be done, or tell what is wrong."""
    for mention in programme.mentions("need told", outside=("participation report",)):
        if isinstance(mention.block, Paragraph):
            yield from _told_by(programme, mention.quote)
    for quote in told_shortcomings(programme):
        yield from _told_by(programme, quote)


def _told_by(programme: Programme, quote: Quote) -> Iterator[_Need]:
    text = quote.text
    if len(text) <= _LONGEST_ITEM and not speaks_of(programme, "no shortcoming", text):
        yield _need(programme, quote, text)


def _in_table(programme: Programme, table: Table) -> Iterator[_Need]:
    """The cells below a head of needs, to the next head; the codes are those of the row."""
    for index in range(table.column_count):
        is_open = False
        for row_index in range(table.row_count):
            text = " ".join(table.text_at(row_index, index).split())
            if _is_head(programme, "swot side", text):
                is_open = _is_head(programme, CONCEPT, text)
            elif is_open and len(text) > 3:
                quote = Quote(text, table.location_of(row_index, index))
                codes = _row_codes(programme, table, row_index)
                yield _Need(quote, content_stems(programme, (text,)), codes)


def _row_codes(programme: Programme, table: Table, row_index: int) -> frozenset[str]:
    """The codes that a row names, and the plain numbers in a column that heads measures."""
    texts = table.row_texts(row_index)
    listed = (
        number
        for index, text in enumerate(texts)
        if programme.numbered.heads(table.text_at(0, index))
        for number in programme.numbered.listed_in(text)
    )
    named = {*programme.codes_in(" | ".join(texts)), *listed}
    rows = (row for row in programme.measures if row.code in named)
    return frozenset(named.union(code for row in rows for code in row.parents))


def _is_head(programme: Programme, concept: str, text: str) -> bool:
    return 0 < len(text) < 60 and speaks_of(programme, concept, text)


def _concludes(programme: Programme, section: Section, paragraph: Paragraph) -> bool:
    """Whether a paragraph stands below a heading on needs, or opens as a conclusion."""
    text = paragraph.text
    is_headed = speaks_of(programme, CONCEPT, section.title)
    opens = programme.has_word("conclusion_opening", text)
    return len(text) <= _LONGEST_NEED and (is_headed or opens)


def _need(programme: Programme, quote: Quote, around: str) -> _Need:
    codes = frozenset(programme.codes_in(around))
    return _Need(quote, content_stems(programme, (quote.text,)), codes)
