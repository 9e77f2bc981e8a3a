"""Strategy: whether goals, priorities and measures hang together."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from plancheck.rules.asking import QUOTED, plan_rows, quotes_of, speaks_of
from plancheck.rules.lettered_chain import with_lettered
from plancheck.rules.verdicts import by_table, capped
from plancheck.sdk import (
    Finding,
    Measure,
    Message,
    Objective,
    Programme,
    Unsure,
    Verdict,
    fold,
    lazy_pattern,
    not_applicable,
    rule,
)

LEVELS = ("goal", "long-term priority", "priority", "direction", "task", "measure")
STRATEGY = "strategic part"
_LETTERED = lazy_pattern(r"\b([A-Z]{1,2}) ?[-–] ?(\d{1,2})\b")
_CHAPTERS = 3
"""Headings over tables of measures that are taken for an order of their own."""

_OPENING = 24
"""Characters of a name that its code stands in."""

_NUMBER = lazy_pattern(
    r"(?:[^\W\d_]{1,20}\s){0,3}(\d{1,2}(?:\.\d{1,2}){0,3})[.:]?(?:\s|$)"
)


@rule(
    "SD01",
    category="strategy",
    criteria=("S1", "S4"),
    severity="error",
    source="Good practice; [TAPL 1(1)]",
)
def unbroken_chain(
    programme: Programme,
    *,
    complete: float = 0.98,
    good: float = 0.9,
    partial: float = 0.6,
) -> Verdict:
    """Every objective is linked, from the goals down to the measures."""
    chain = _Chain.of(programme)
    if len(chain.levels) < 2:
        return _nested(programme, good)
    findings, broken = chain.findings()
    verdict = _scored(chain, findings, broken, (complete, good, partial))
    loose = _loose_measures(programme) if verdict.passes else None
    return capped(verdict, 2, loose) if loose else verdict


def _scored(
    chain: "_Chain",
    findings: Sequence[Finding],
    broken: AbstractSet[str],
    least: tuple[float, float, float],
) -> Verdict:
    """The verdict on the share of objectives that are linked, by the least shares for 4, 3, 2."""
    total = len(chain.items)
    share = (total - len(broken)) / total
    bands = zip(least, (4, 3, 2), strict=True)
    score = next((score for band, score in bands if share >= band), 1 if share else 0)
    return Verdict(
        score,
        Message.of(
            "{linked} of {total} objectives with a code are linked.",
            linked=total - len(broken),
            total=total,
        ),
        tuple(findings),
        tuple(item.quote for item in chain.items.values())[:QUOTED],
    )


def _loose_measures(programme: Programme) -> Finding | None:
    """That no measure at all refers to the objectives, by its code or by where it stands."""
    rows = programme.measures
    every = {each.code for each in programme.objectives}
    known = {each.code for each in programme.objectives if each.parent_code}
    if not rows or any(
        row.parents or row.code in known or row.code.rpartition(".")[0] in every
        for row in rows
    ):
        return None
    message = Message.of(
        "None of the {count} measures refers to a priority, direction or task of the "
        "strategic part.",
        count=len(rows),
    )
    return Finding(message, quotes_of(rows))


def _nested(programme: Programme, good: float) -> Verdict:
    """The verdict on a programme without codes: do its measures stand below something?"""
    rows = programme.measures or not_applicable(
        "The programme has no coded objectives and no action table."
    )
    headed = _heading_numbers(programme)
    grouped = _grouped_codes(programme, rows)

    def is_below(row: Measure) -> bool:
        above = row.code.rpartition(".")[0]
        is_grouped = above in headed or bool(_lettered(row) & grouped)
        return bool(row.parents) or is_grouped or _is_headed(programme, row)

    verdict = Verdict.of_share(
        rows,
        having=is_below,
        found="{having} of {total} measures stand below a priority, direction or task.",
        missing="Measure “{name}” stands below no priority, direction or task.",
        missing_all="No measure of the action plan stands below a priority, direction "
        "or task, and no objective above the measures has a code.",
        pass_at=good,
    )
    if not verdict.score:
        _give_up_under_headings(rows)
    message = "None of the {count} measures of a table stands below a priority."
    if not any(row.parents for row in rows):  # chapters or a list order them
        verdict = replace(verdict, score=min(3, verdict.score))
    return by_table(verdict, rows, is_below, message)


def _give_up_under_headings(rows: Sequence[Measure]) -> None:
    """Chapters may be what measures serve, though no heading says so: who wrote it knows."""
    if needs := [row for row in rows if row.says("need")]:
        message = Message.of(
            "The measures stand beside needs, as in the column “{column}”, but none is "
            "called a priority, a direction or a task.",
            column=needs[0].context.labels["need"],
        )
        raise Unsure(message, *quotes_of(needs))
    chapters = {row.quote.location.section[-1:] for row in rows} - {()}
    if len(chapters) >= _CHAPTERS:
        message = Message.of(
            "The measures stand under {count} headings, but none says whether it is a "
            "priority, a direction or a task.",
            count=len(chapters),
        )
        raise Unsure(message, *quotes_of(rows))


def _is_headed(programme: Programme, row: Measure) -> bool:
    """Whether one of the headings over a row is of a numbered goal: `Objective 2. Water`."""
    return any(
        speaks_of(programme, "numbered goal", title)
        for title in row.quote.location.section
    )


def _heading_numbers(programme: Programme) -> frozenset[str]:
    """The numbers of headings that measures may count on from.

    As `4.1` over `4.1.2`, or `Package 4.1.` over it; `Appendix 1` is over no measures.
    """
    annex = programme.vocabulary.parts["annex"]
    titles = (
        section.title
        for section in programme.walk()
        if section.heading and not annex.spans(fold(section.title), section.title)
    )
    numbers = (_NUMBER.match(title.strip()) for title in titles)
    return frozenset(found[1] for found in numbers if found)


def _grouped_codes(programme: Programme, rows: Sequence[Measure]) -> frozenset[str]:
    """The codes that one cell of another table lists, as what serves a field or pathway."""
    own = frozenset(code for row in rows for code in _lettered(row))
    homes = {id(row.place.table) for row in rows}
    others = (
        table
        for document in programme.documents
        for table in document.tables
        if id(table) not in homes
    )
    found: set[str] = set()
    for table in others if own else ():
        for cell in table.cells:
            named = own & _codes(cell.text)
            if len(named) > 1:
                found |= named
    return frozenset(found)


def _lettered(row: Measure) -> frozenset[str]:
    """The code of a letter and a number that a row's name begins with: `Action E-3`."""
    return _codes(f"{row.code} {row.name[:_OPENING]}")


def _codes(text: str) -> frozenset[str]:
    return frozenset("".join(found) for found in _LETTERED.findall(text))


@dataclass(frozen=True)
class _Chain:
    """The objectives by code, each once, with what is known of each code.

    `origins` are the parts that a code was read in; `parents` the codes that something
    stands below.
    """

    items: Mapping[str, Objective]
    origins: Mapping[str, frozenset[str]]
    linked: frozenset[str]
    parents: frozenset[str]

    @classmethod
    def of(cls, programme: Programme) -> "_Chain":
        """The chain of a programme; rows without a code count for what they stand below."""
        objectives = with_lettered(programme, _own_objectives(programme), LEVELS)
        origins: dict[str, frozenset[str]] = {}
        for each in objectives:
            origins[each.code] = origins.get(each.code, frozenset()) | {each.origin}
        above = {each.parent_code for each in objectives if each.parent_code}
        above.update(code for row in plan_rows(programme) for code in row.parents)
        return cls(
            {each.code: each for each in reversed(_nearest_first(objectives))},
            origins,
            frozenset(each.code for each in objectives if each.parent_code),
            frozenset(above),
        )

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels that have codes, from the widest to the narrowest."""
        present = {item.level for item in self.items.values()}
        return tuple(level for level in LEVELS if level in present)

    def findings(self) -> tuple[tuple[Finding, ...], frozenset[str]]:
        """What is wrong, and the codes that it is wrong with."""
        wrong = list(self._problems())
        broken = frozenset(item.code for _, items in wrong for item in items)
        findings = (
            Finding(message, tuple(item.quote for item in items[:QUOTED]))
            for message, items in wrong
        )
        return tuple(findings), broken

    def _problems(self) -> Iterator[tuple[Message, Sequence[Objective]]]:
        for level in self.levels:
            own = [item for item in self.items.values() if item.level == level]
            yield from self._of_level(level, own[::-1])

    def _of_level(
        self, level: str, own: Sequence[Objective]
    ) -> Iterator[tuple[Message, Sequence[Objective]]]:
        """One finding for each item, but only one where it is true of the whole level."""
        orphans = [item for item in own if item.code not in self.linked]
        childless = [item for item in own if item.code not in self.parents]
        has_above, has_below = level != self.levels[0], level != self.levels[-1]
        if has_above and orphans:
            yield from _each_or_all(
                orphans,
                own,
                "{level} “{code} {name}” belongs to nothing above it that exists.",
                "None of the {count} items of the level “{level}” belongs to anything "
                "above it.",
            )
        if has_below and childless and not (has_above and orphans == childless == own):
            yield from _each_or_all(
                childless,
                own,
                "{level} “{code} {name}” has nothing below it.",
                "None of the {count} items of the level “{level}” has anything below it.",
            )
        yield from self._in_one_part_only(own)

    def _in_one_part_only(
        self, own: Sequence[Objective]
    ) -> Iterator[tuple[Message, Sequence[Objective]]]:
        """Codes of a level that both the strategy and the plans use, but not both of them."""
        planned = [item for item in own if self.origins[item.code] - {STRATEGY}]
        stated = [item for item in own if STRATEGY in self.origins[item.code]]
        if not planned or not stated:
            return
        for item in own:
            if item not in planned:
                sentence = (
                    "{level} “{code} {name}” of the strategic part is not in the action "
                    "or investment plan."
                )
                yield _about(item, sentence), (item,)
            elif item not in stated:
                sentence = (
                    "{level} “{code} {name}” of the plans is not in the strategic part."
                )
                yield _about(item, sentence), (item,)


def _nearest_first(objectives: Sequence[Objective]) -> list[Objective]:
    """Objectives in reading order, but of `Goal 1` and `Priority 1` that nearer to measures first.

    The measures count on from the number of the priority; what the goal has below it no
    number tells.
    """
    return sorted(
        objectives,
        key=lambda each: -LEVELS.index(each.level) if each.code.isdigit() else 0,
    )


def _own_objectives(programme: Programme) -> tuple[Objective, ...]:
    """The objectives without those that a review of other documents quotes."""
    context = programme.part("planning context")
    titles = {section.title for section in context.sections} if context else set()
    return tuple(
        each
        for each in programme.objectives
        if titles.isdisjoint(each.quote.location.section)
    )


def _each_or_all(
    lacking: Sequence[Objective], own: Sequence[Objective], each: str, every: str
) -> Iterator[tuple[Message, Sequence[Objective]]]:
    if len(lacking) == len(own) > 1:
        level = Message(own[0].level)
        yield Message.of(every, level=level, count=len(own)), lacking
        return
    for item in lacking:
        yield _about(item, each), (item,)


def _about(item: Objective, sentence: str) -> Message:
    return Message.of(
        sentence, level=Message(item.level.capitalize()), code=item.code, name=item.name
    )
