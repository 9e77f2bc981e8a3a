"""Monitoring: whether indicators and words say what is to change, not only what is built."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from plancheck.rules.asking import NO_INDICATORS, QUOTED, named_indicators, quotes_of
from plancheck.rules.verdicts import capped, weakest
from plancheck.sdk import (
    Finding,
    Indicator,
    IndicatorLevel,
    Mention,
    Message,
    Objective,
    Programme,
    Quote,
    Stance,
    Unsure,
    Verdict,
    not_applicable,
    rule,
)

CHANGE = "wanted change"
_LINK_COLUMNS = ("goal", "priority", "direction", "task", "measure")


@rule(
    "MO06",
    category="monitoring",
    criteria=("M1",),
    severity="error",
    source="[SWD(2021) 198 3.3.2] for EU funds; for programmes good practice",
    certainty="medium",
)
def wanted_change(programme: Programme, *, results: float = 0.4) -> Verdict:
    """Indicators and words say what change is wanted."""
    indicators = named_indicators(programme) or not_applicable(NO_INDICATORS)
    priorities = _priorities(programme)
    verdict = _levels(indicators, results)
    if verdict.passes:
        verdict = weakest((verdict, *_by_priority(programme, indicators, priorities)))
    return _in_words(programme, priorities, verdict)


def _levels(indicators: Sequence[Indicator], results: float) -> Verdict:
    """How many indicators are of results or impacts; those that tell no level are left out."""
    known = [each for each in indicators if each.level]
    if len(known) * 2 < len(indicators):
        message = Message.of(
            "{count} of {total} indicators do not tell whether they count work done or "
            "what it changes, as “{name}”.",
            count=len(indicators) - len(known),
            total=len(indicators),
            name=next(each.name for each in indicators if not each.level),
        )
        raise Unsure(message, *quotes_of(indicators))
    verdict = Verdict.of_share(
        known,
        having=lambda each: each.level is not IndicatorLevel.OUTPUT,
        found="{having} of {total} indicators tell what changes, not only what is done.",
        missing="",
        pass_at=results,
    )
    outputs = [each for each in known if each.level is IndicatorLevel.OUTPUT]
    if verdict.passes:
        return replace(verdict, findings=())
    message = Message.of(
        "{count} of {total} indicators count only work that was done, as “{name}”; they "
        "do not tell what it changed.",
        count=len(outputs),
        total=len(known),
        name=outputs[0].name,
    )
    return replace(
        verdict, message=message, findings=(Finding(message, quotes_of(outputs)),)
    )


def _priorities(programme: Programme) -> tuple[Objective, ...]:
    """The medium-term priorities, each once; the goals where there are none."""
    for level in ("priority", "goal"):
        own = [each for each in programme.objectives if each.level == level]
        if own:
            return tuple({each.code: each for each in reversed(own)}.values())[::-1]
    return ()


def _by_priority(
    programme: Programme,
    indicators: Sequence[Indicator],
    priorities: Sequence[Objective],
) -> tuple[Verdict, ...]:
    """How many priorities have an indicator that may tell a change; none where no link is."""
    parents = {
        each.code: each.parent_code for each in programme.objectives if each.parent_code
    }
    served = [
        (each, _served(programme, each, parents, priorities)) for each in indicators
    ]
    if not priorities or not any(codes for _, codes in served):
        return ()
    covered = {
        code
        for each, codes in served
        if each.level is not IndicatorLevel.OUTPUT
        for code in codes
    }
    return (
        Verdict.of_share(
            priorities,
            having=lambda each: each.code in covered,
            found="{having} of {total} priorities have an indicator of what changes.",
            missing="No indicator tells what is to change by the priority “{name}”.",
            pass_at=1.0,
        ),
    )


def _served(
    programme: Programme,
    indicator: Indicator,
    parents: Mapping[str, str],
    priorities: Sequence[Objective],
) -> frozenset[str]:
    """The codes that an indicator names or stands below, with all above them."""
    columns = " ".join(indicator.field(each).text for each in _LINK_COLUMNS)
    around = " ".join((*indicator.parents, *indicator.quote.location.section))
    codes = set(programme.codes_in(f"{columns} {around}")) | set(indicator.parents)
    codes.update(each.code for each in priorities if each.name and each.name in around)
    step = set(codes)
    while step:
        step = {parents[code] for code in step if code in parents} - codes
        codes |= step
    return frozenset(codes & {each.code for each in priorities})


def _in_words(
    programme: Programme, priorities: Sequence[Objective], verdict: Verdict
) -> Verdict:
    """At most 2 where no sentence says what is to change, 3 where some priorities lack one."""
    mentions = _changes(programme)
    if not mentions:
        message = Message("No sentence says what change is wanted.")
        finding = Finding(message, (programme.absence(CHANGE),))
        return capped(verdict, 2, finding)
    quotes = tuple(dict.fromkeys(each.quote for each in mentions))[:QUOTED]
    score = max(1, verdict.score)  # words alone are half of what is asked
    verdict = replace(verdict, score=score, quotes=(*verdict.quotes, *quotes))
    lacking = [
        each
        for each in priorities
        if not any(_is_about(mention, each) for mention in mentions)
    ]
    if not lacking:
        return verdict
    message = Message.of(
        "No sentence says what is to change by {names}.",
        names=", ".join(f"“{each.code}”" for each in lacking),
    )
    return capped(verdict, 3, Finding(message, quotes_of_objectives(lacking)))


def _changes(programme: Programme) -> tuple[Mention, ...]:
    """What is said of wanted change outside the plan tables, neither denied nor put off."""
    outside = ("participation report", "current situation")
    labelled = programme.mentions(CHANGE, outside=outside)
    dated = programme.mentions("state by a year", within="strategic part")
    return tuple(
        each
        for each in (
            *(each for each in labelled if _stands(each)),
            *(each for each in dated if each.stance is Stance.ASSERTED),
        )
        if not programme.is_plan_table(each.block)
    )


def _stands(mention: Mention) -> bool:
    """Whether a label opens a text, or a sentence asserts the change that it speaks of."""
    rest = mention.quote.text.partition(mention.term)[2].lstrip()
    return rest[:1] in {"", ":", ".", "–", "-"} or mention.stance is Stance.ASSERTED


def _is_about(mention: Mention, priority: Objective) -> bool:
    """Whether a mention stands under a priority, or in a text that names it."""
    around = " ".join((*mention.section_path, getattr(mention.block, "text", "")))
    words = around.replace(".", " ").replace(":", " ").replace(",", " ").split()
    return priority.code in words or (bool(priority.name) and priority.name in around)


def quotes_of_objectives(objectives: Sequence[Objective]) -> tuple[Quote, ...]:
    """The first few of many objectives, as evidence for what is said of all."""
    return tuple(each.quote for each in objectives[:QUOTED])
