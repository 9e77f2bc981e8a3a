"""Monitoring: whether each indicator can be measured and judged as it stands."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from plancheck.rules.asking import (
    NO_INDICATORS,
    named_indicators,
)
from plancheck.sdk import (
    Finding,
    Indicator,
    Message,
    Programme,
    Verdict,
    fold,
    lazy_pattern,
    not_applicable,
    rule,
)

_OWNERS = ("responsible", "executor", "data source")
_FULL = frozenset({Decimal(0), Decimal(100)})
"""Values that cannot be bettered: none at all, or all of a percentage."""

_PERCENT = lazy_pattern(r"\d[\d.,]{0,9} ?%\.?$")
"""A percentage with no sign of its own: a change has one, or an arrow."""


@rule(
    "MO08",
    category="monitoring",
    criteria=("M2",),
    severity="warning",
    source="Good practice: the criteria RACER and SMART of EU monitoring guidance",
    certainty="medium",
)
def indicator_quality(programme: Programme, *, faulty: float = 0.1) -> Verdict:
    """Each indicator is one thing, clear, and moves the right way."""
    indicators = named_indicators(programme) or not_applicable(NO_INDICATORS)
    repeated = _repeated(indicators)
    faults = {
        id(each): tuple(_faults(programme, each, repeated)) for each in indicators
    }
    verdict = Verdict.of_share(
        indicators,
        having=lambda each: not faults[id(each)],
        found="{having} of {total} indicators have no fault.",
        missing="",
        pass_at=1 - faulty,
    )
    findings = tuple(
        Finding(message, (each.quote,))
        for each in indicators
        for message in faults[id(each)]
    )
    return Verdict(verdict.score, verdict.message, findings, verdict.quotes)


def _repeated(indicators: tuple[Indicator, ...]) -> Mapping[int, str]:
    """The indicators that stand in their table already, with the place where they do."""
    seen: dict[tuple[object, ...], Indicator] = {}
    repeated: dict[int, str] = {}
    for each in indicators:
        place = each.quote.location
        key = (
            place.document,
            place.table_number,
            fold(each.name),
            fold(each.unit.text),
            each.parents,
            _before_name(each),
        )
        first = seen.setdefault(key, each)
        if first is not each:
            repeated[id(each)] = str(first.quote.location)
    return repeated


def _before_name(indicator: Indicator) -> tuple[str, ...]:
    """What stands left of the name, such as the outcome that the row is about."""
    name = indicator.cells.get("indicator", indicator.place)
    code = indicator.cells.get("code")
    return tuple(
        name.table.text_at(name.row_index, index)
        for index in range(name.column_index)
        if code is None or index != code.column_index
    )


def _faults(
    programme: Programme, indicator: Indicator, repeated: Mapping[int, str]
) -> Iterator[Message]:
    """What is wrong with an indicator, the gravest first."""
    name = indicator.name
    if id(indicator) in repeated:
        message = "Indicator “{name}” stands there twice; the first is at {place}."
        yield Message.of(message, name=name, place=repeated[id(indicator)])
    if _is_vague(programme, indicator):
        message = "Indicator “{name}” is a wish: it has no unit and nothing to count."
        yield Message.of(message, name=name)
    if _says(programme, "two_in_one", name):
        message = "Indicator “{name}” counts two things at once."
        yield Message.of(message, name=name)
    yield from _misfit(programme, indicator)
    yield from _direction(programme, indicator)
    owners = [each for each in _OWNERS if indicator.has_column(each)]
    if "data source" in owners and len(owners) > 1 and not indicator.says(*owners):
        message = "Indicator “{name}” has neither a data source nor a responsible body."
        yield Message.of(message, name=name)


def _says(programme: Programme, words: str, text: str) -> bool:
    return programme.has_word(words, text)


def _is_vague(programme: Programme, indicator: Indicator) -> bool:
    """Whether an indicator only opens with a wish, as `improved environment`."""
    opening = " ".join(indicator.name.split()[:2])
    values = (indicator.target.value, indicator.baseline.value)
    counted = (
        indicator.unit
        or any(value.unit or value.currency for value in values)
        or _says(programme, "unit_in_name", indicator.name)
    )
    return not counted and _says(programme, "vague_state", opening)


def _misfit(programme: Programme, indicator: Indicator) -> Iterator[Message]:
    """That the target is no value of what is counted: a percentage, or another document."""
    target = " ".join(indicator.target.text.split())
    values = {"name": indicator.name, "target": target}
    if _says(programme, "value_elsewhere", target):
        sentence = (
            "“{name}” refers to another document, “{target}”, instead of a target."
        )
        yield Message.of(sentence, **values)
    unit = indicator.unit.text or _in_brackets(indicator.name)
    is_share = _says(programme, "share", indicator.name)
    if _PERCENT.match(target) and not is_share and _says(programme, "count", unit):
        sentence = "“{name}” counts in “{unit}”, but its target is {target}."
        yield Message.of(sentence, **values, unit=unit)


def _in_brackets(name: str) -> str:
    """What stands in brackets at the end of a name: `Green jobs (number)`."""
    return name[name.rindex("(") + 1 : -1] if name.endswith(")") and "(" in name else ""


def _direction(programme: Programme, indicator: Indicator) -> Iterator[Message]:
    """That the target is the baseline, or lies on the wrong side of it."""
    start, end = indicator.baseline.number, indicator.target.number
    if start is None or end is None or start < 0 or end < 0:
        return
    values = {
        "name": indicator.name,
        "baseline": indicator.baseline.text,
        "target": indicator.target.text,
    }
    if start == end:
        if start not in _FULL and not _is_kept(programme, indicator):
            sentence = (
                "The target of “{name}” is its baseline, {target}, and nothing says "
                "that it is to be kept."
            )
            yield Message.of(sentence, **values)
        return
    if _says(programme, "turned_round", indicator.name):
        return
    less = _says(programme, "less_is_better", indicator.name)
    more = _says(programme, "more_is_better", indicator.name)
    if less and not more and end > start:
        sentence = (
            "“{name}” is to rise from {baseline} to {target}, though less is better."
        )
        yield Message.of(sentence, **values)
    if more and not less and end < start:
        sentence = (
            "“{name}” is to fall from {baseline} to {target}, though more is better."
        )
        yield Message.of(sentence, **values)


def _is_kept(programme: Programme, indicator: Indicator) -> bool:
    """Whether the row says that the value is to be kept, or bounds it."""
    texts = (indicator.name, indicator.target.text, indicator.field("notes").text)
    has_bound = bool(indicator.target.value.qualifier.value)
    has_trend = indicator.field("trend").value.trend == "keep"
    return has_bound or has_trend or any(_says(programme, "kept", t) for t in texts)
