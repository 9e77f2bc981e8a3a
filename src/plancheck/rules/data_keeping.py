"""Monitoring: whether indicators can be measured, and who measures them when."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from plancheck.rules.asking import NO_INDICATORS, excerpt, named_indicators
from plancheck.rules.monitoring_text import told
from plancheck.rules.verdicts import by_column, split, weakest
from plancheck.sdk import (
    Finding,
    Indicator,
    Message,
    Programme,
    Quote,
    Verdict,
    not_applicable,
    rule,
)

_UNIT_BEHIND = re.compile(r"(?: \([^\W\d]\w*(?: \w+)?\)|, [^\W\d]\w*)$")
"""What counts stands behind a name: `Children in the queue (children)`."""


@rule(
    "MO04",
    category="monitoring",
    criteria=("M3",),
    severity="warning",
    source="Good practice; [RAIM]",
)
def unit_and_source(
    programme: Programme, *, units: float = 0.9, sources: float = 0.8
) -> Verdict:
    """Indicators have a unit and a known data source."""
    indicators = named_indicators(programme) or not_applicable(NO_INDICATORS)
    verdict = Verdict.of_share(
        indicators,
        having=lambda each: _has_unit(programme, each),
        found="{having} of {total} indicators have a unit.",
        missing="Indicator “{name}” has no unit.",
        missing_all="None of the {total} indicators has a unit.",
        pass_at=units,
    )
    _, lacking = split(indicators, lambda each: _has_unit(programme, each))
    verdict = by_column(verdict, lacking, ("unit",), "unit")
    return _half((_sources(programme, indicators, sources), verdict))


def _half(verdicts: Sequence[Verdict]) -> Verdict:
    """The weakest verdict, but at least 1 where one half of what is asked is there."""
    verdict = weakest(verdicts)
    least = int(any(each.passes for each in verdicts))
    return replace(verdict, score=max(verdict.score, least))


def _has_unit(programme: Programme, indicator: Indicator) -> bool:
    """Whether a column, the name or a value says what is counted."""
    if indicator.unit:
        return True
    values = (indicator.target.value, indicator.baseline.value)
    if any(value.unit or value.currency for value in values):
        return True
    name = indicator.name
    is_known = programme.has_word("unit_in_name", name)
    return is_known or bool(_UNIT_BEHIND.search(name))


def _sources(
    programme: Programme, indicators: Sequence[Indicator], share: float
) -> Verdict:
    """How many indicators have a source; one that says nothing, as “various”, is none."""

    def has_source(indicator: Indicator) -> bool:
        text = indicator.data_source.text
        is_vague = programme.has_word("vague_source", text)
        is_named = bool(indicator.data_source) and not is_vague
        return is_named or _is_ranking(programme, indicator)

    verdict = Verdict.of_share(
        indicators,
        having=has_source,
        found="{having} of {total} indicators have a data source.",
        missing="Indicator “{name}” has no data source that someone could look up.",
        missing_all="None of the {total} indicators has a data source.",
        pass_at=share,
    )
    _, lacking = split(indicators, has_source)
    verdict = by_column(verdict, lacking, ("data source",), "data source")
    quote = None if verdict.passes else _sources_told(programme)
    if quote is None:
        return verdict
    message = Message.of(
        "The data sources stand only in a sentence for all indicators together, not "
        "with each of them: “{quote}”",
        quote=excerpt(quote),
    )
    findings = (Finding(message, (quote,)),)
    return replace(
        verdict, score=max(2, verdict.score), message=message, findings=findings
    )


def _is_ranking(programme: Programme, indicator: Indicator) -> bool:
    """Whether the name is a place in a published ranking or index, which is its source."""
    name = indicator.name
    return programme.has_word("published_ranking", name)


def _sources_told(programme: Programme) -> Quote | None:
    """A sentence of the monitoring part that names where the indicators' data come from."""
    return next(
        (
            each.quote
            for each in told(programme, "monitoring data")
            if programme.has_word("known_source", each.quote.text)
        ),
        None,
    )


@rule(
    "MO05",
    category="monitoring",
    criteria=("M3",),
    severity="warning",
    certainty="medium",
    source="Good practice: yearly reports on programmes name unit and month",
)
def frequency_and_owner(programme: Programme, *, filled: float = 0.8) -> Verdict:
    """It is set how often indicators are measured, and by whom."""
    indicators = named_indicators(programme) or not_applicable(NO_INDICATORS)
    frequency = Verdict.of_share(
        indicators,
        having=lambda each: each.frequency,
        found="{having} of {total} indicators say how often they are measured.",
        missing="Indicator “{name}” does not say how often it is measured.",
        missing_all="Neither an indicator nor the text says how often indicators are "
        "measured.",
        pass_at=filled,
    )
    frequency = _or_told(frequency, _frequency_told(programme))
    _, lacking = split(indicators, lambda each: each.frequency)
    frequency = by_column(frequency, lacking, ("frequency",), "frequency")
    owner = Verdict.of_share(
        indicators,
        having=lambda each: each.responsible,
        found="{having} of {total} indicators have a responsible body.",
        missing="Indicator “{name}” has no responsible body.",
        missing_all="Neither an indicator nor the text says who measures the indicators.",
        pass_at=filled,
    )
    owner = _or_told(owner, _owner_told(programme))
    _, lacking = split(indicators, lambda each: each.responsible)
    columns = ("responsible", "executor")
    owner = by_column(owner, lacking, columns, "responsible body")
    verdict = _half((frequency, owner))
    if verdict.score == 0 and any(told(programme, "monitoring data")):
        return replace(verdict, score=1)
    return verdict


def _or_told(verdict: Verdict, quote: Quote | None) -> Verdict:
    """3 where the rows do not say it but one sentence says it for all of them."""
    if verdict.passes or quote is None:
        return verdict
    message = Message.of(
        "One sentence says it for all indicators: “{quote}”", quote=excerpt(quote)
    )
    return Verdict(3, message, quotes=(quote,))


def _frequency_told(programme: Programme) -> Quote | None:
    """A sentence on the indicators' data or reports that says how often.

    The part on monitoring is looked through before the others.
    """
    own = told(programme, "monitoring data")
    return next(
        (
            each.quote
            for each in chain(own, told(programme, "monitoring data", anywhere=True))
            if programme.has_word("recurrence", each.quote.text)
        ),
        None,
    )


def _owner_told(programme: Programme) -> Quote | None:
    """A sentence on the indicators' data or reports that says who makes them.

    Elsewhere the sentence has to assign the monitoring itself.
    """
    keepers = {each.quote for each in told(programme, "data keeper")}
    return next(
        (
            each.quote
            for each in told(programme, "monitoring data")
            if each.quote in keepers or _names_abbreviation(programme, each.quote.text)
        ),
        next(
            (each.quote for each in told(programme, "monitoring owner", anywhere=True)),
            None,
        ),
    )


def _names_abbreviation(programme: Programme, text: str) -> bool:
    """Whether a sentence begins with a unit that the programme's own list abbreviates."""
    first = text.split(maxsplit=1)[:1]
    return bool(first) and first[0] in programme.abbreviations
