"""Climate: whether the text is the municipality's own or could stand anywhere."""

from decimal import Decimal

from plancheck.rules.asking import QUOTED, excerpt
from plancheck.sdk import (
    Finding,
    Message,
    Programme,
    Specificity,
    Verdict,
    measure_specificity,
    not_applicable,
    rule,
)


@rule(
    "CL08",
    category="climate",
    severity="warning",
    certainty="medium",
    source="Good practice: the peer review criticised general data and national goals",
)
def local_text(
    programme: Programme,
    *,
    local: float = 2.0,
    national: float = 0.5,
    words: int = 400,
    general: float = 0.75,
) -> Verdict:
    """The climate text is about the territory itself."""
    part = programme.part("climate")
    if part is None or part.found_by != "heading":
        not_applicable("The programme has no section on climate change.")
    text = measure_specificity(programme, part.sections)
    if not text.statements:
        not_applicable("The section on climate change has no text.")
    reached = text.densest(words).score
    message = Message.of(
        "Own places and figures with a unit in each hundred words of the most local part "
        "of the climate text: {score}; sentences on the nation or the world only: "
        "{share} %.",
        score=round(Decimal(reached), 1),
        share=round(100 * text.national_share),
    )
    score = _score(reached, local)
    if text.national_share >= national or _is_mostly_general(text, words, general):
        score = min(score, 2)
    local_first = sorted(text.statements, key=lambda each: -each.token_count)
    telling = tuple(each.quote for each in local_first[:QUOTED] if each.is_local)
    findings = _findings(text, reached, local, national)
    if not findings and score < 3:
        findings = (_mostly_general(text),)
    return Verdict(score, message, findings, telling)


def _is_mostly_general(text: Specificity, words: int, general: float) -> bool:
    """Whether a short text has hardly a sentence of its own, which its figures outweigh."""
    lacking = sum(not each.is_local for each in text.statements)
    length = sum(each.word_count for each in text.statements)
    return length < words and lacking >= general * len(text.statements)


def _mostly_general(text: Specificity) -> Finding:
    lacking = [each.quote for each in text.statements if not each.is_local]
    message = Message.of(
        "{count} of {total} sentences of the climate text could stand in any programme, "
        "as “{quote}”",
        count=len(lacking),
        total=len(text.statements),
        quote=excerpt(lacking[0]),
    )
    return Finding(message, tuple(lacking[:QUOTED]))


def _score(reached: float, local: float) -> int:
    """4 at twice the measure, 3 at the measure, 2 at half of it, 1 below."""
    steps = ((2 * local, 4), (local, 3), (local / 2, 2))
    return next((score for least, score in steps if reached >= least), 1)


def _findings(
    text: Specificity, reached: float, local: float, national: float
) -> tuple[Finding, ...]:
    """That too little is local, or that too much is national, each with sentences."""
    found = []
    general = [each for each in text.statements if not each.is_local]
    examples = tuple(each.quote for each in (*text.national, *general)[:QUOTED])
    if reached < local:
        sentence = (
            "In each hundred words the climate text has at most {score} own places or "
            "figures with a unit; a local text has at least {local}. A sentence without "
            "any: “{quote}”"
        )
        message = Message.of(
            sentence,
            score=round(Decimal(reached), 1),
            local=Decimal(str(local)),
            quote=excerpt(examples[0]) if examples else "",
        )
        found.append(Finding(message, examples))
    if text.national_share >= national:
        message = Message.of(
            "{count} of {total} sentences of the climate text speak only of the nation or "
            "the world.",
            count=len(text.national),
            total=len(text.statements),
        )
        found.append(Finding(message, examples))
    return tuple(found)
