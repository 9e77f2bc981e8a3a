"""Document structure: whether the situation is described with its development over time."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from plancheck.rules.asking import excerpt, first_quote, speaks_of, titled
from plancheck.rules.series import time_series
from plancheck.rules.told_change import told_changes
from plancheck.sdk import (
    Finding,
    Heading,
    Mention,
    Message,
    Paragraph,
    Part,
    Programme,
    Quote,
    Stance,
    Table,
    Unsure,
    Verdict,
    caption_kind,
    judge_stance,
    rule,
)

PART = "current situation"
_SPOKEN = ("trend", "forecast")
SPOKEN_FACETS = {"trend": "tendency", "forecast": "forecast"}
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\b20\d\d\b")
_DATA_CELLS = 3


@rule(
    "DS02",
    category="structure",
    criteria=("S2",),
    severity="error",
    source="Good practice; for strategies with EU funds [(EU) 2021/1060 29(1)(b)]: an "
    "analysis of the needs and the potential of the area",
)
def situation(
    programme: Programme, *, words: int = 1500, tables: int = 5, themes: int = 3
) -> Verdict:
    """The current situation is described with trends and forecasts."""
    part = programme.part(PART)
    if part is None:
        return programme.absent(
            PART,
            "No section that describes the current situation was found in the supplied "
            "files.",
        )
    part = _with_climate(programme, part)
    size = _Size.of(part)
    is_large = size.words / words + size.tables / tables >= 1
    if not is_large and _is_history_alone(programme, part):
        message = Message.of(
            "Only “{title}” was recognised as a description of the situation; the rest of "
            "it may stand under headings that were not recognised.",
            title=part.quote.text,
        )
        raise Unsure(message, part.quote)
    if not is_large and (pointer := _told_in_another_volume(programme, part)):
        message = Message.of(
            "The whole description of the situation stands in a volume that was not among "
            "the files: “{quote}”",
            quote=excerpt(pointer),
        )
        raise Unsure(message, pointer, part.quote)
    spoken = {
        concept: _spoken(programme, part, concept)
        or next(told_changes(programme, part, concept), None)
        for concept in _SPOKEN
    }
    if not spoken["forecast"]:
        spoken["forecast"] = _captioned_forecast(programme)
    series = time_series(programme, part)
    findings = () if is_large else (_thin(part, size, words, tables),)
    development = tuple(_development(programme, part, spoken, len(series), themes))
    signs = (is_large, all(spoken.values()), len(series) >= themes)
    return Verdict(
        score=_score(*signs, has_any=bool(series) or any(spoken.values())),
        message=Message.of(
            "Words on the current situation: {words}; tables and figures with data: "
            "{tables}; developments shown over three or more years: {series}.",
            words=size.words,
            tables=size.tables,
            series=len(series),
        ),
        findings=(*findings, *development),
        quotes=_quotes(part, spoken.values(), series),
    )


def _is_history_alone(programme: Programme, part: Part) -> bool:
    return all(
        speaks_of(programme, "history heading", section.title)
        for section in part.sections
    )


def _told_in_another_volume(programme: Programme, part: Part) -> Quote | None:
    """The sentence of a short description that says where the long one is."""
    mentions = programme.mentions("analysis elsewhere", within=part)
    return first_quote(mentions, Stance.ASSERTED)


def _with_climate(programme: Programme, part: Part) -> Part:
    """The part with what a plan for adapting to the climate says of it: that is its situation."""
    climate = programme.part("climate")
    if not climate or not titled(programme, "adaptation"):
        return part
    own = part.section_ids
    added = tuple(each for each in climate.sections if id(each) not in own)
    return replace(part, sections=(*part.sections, *added))


@dataclass(frozen=True)
class _Size:
    """The words of a part, and its tables and figures with data."""

    words: int
    tables: int

    @classmethod
    def of(cls, part: Part) -> "_Size":
        data = sum(map(_has_data, part.tables))
        figures = sum(caption_kind(each.text) == "figure" for each in part.paragraphs)
        return cls(part.word_count, data + figures)


def _has_data(table: Table) -> bool:
    """Whether a table holds figures, and not only words side by side."""
    numeric = (cell for cell in table.cells if _DIGIT.search(cell.text))
    return sum(1 for _ in numeric) >= _DATA_CELLS


def _score(
    is_large: bool,  # noqa: FBT001 - the three signs that the score rests on
    is_spoken: bool,  # noqa: FBT001 - likewise
    is_shown: bool,  # noqa: FBT001 - likewise
    *,
    has_any: bool,
) -> int:
    if is_large and is_spoken and is_shown:
        return 4
    if is_large and (is_spoken or is_shown):
        return 3
    if is_large:
        return 2 if has_any else 1
    return 2 if is_spoken or is_shown else 1


def _spoken(programme: Programme, part: Part, concept: str) -> Quote | None:
    """The first sentence that states a trend or a forecast; a heading alone states none."""
    return next(
        (
            mention.quote
            for mention in programme.mentions(concept, within=part)
            if _states(programme, mention) and not isinstance(mention.block, Heading)
        ),
        None,
    )


def _states(programme: Programme, mention: Mention) -> bool:
    """Whether a sentence says it, and does not put it off.

    What is expected to become of a number is a forecast, though its words promise; one
    that says so gives the number.
    """
    if mention.stance is Stance.ASSERTED:
        return True
    term = mention.term
    promises = judge_stance(term, 0, len(term), programme.vocabulary)
    is_foretold = Stance.PROMISED is mention.stance is promises
    return is_foretold and bool(_DIGIT.search(mention.quote.text))


def _captioned_forecast(programme: Programme) -> Quote | None:
    """A caption that shows a forecast, outside the part: it may open the strategy as well."""
    return next(
        (
            mention.quote
            for mention in programme.mentions("forecast")
            if mention.stance is Stance.ASSERTED
            and isinstance(mention.block, Paragraph)
            and caption_kind(mention.block.text)
            and _YEAR.search(mention.block.text)
        ),
        None,
    )


def _thin(part: Part, size: _Size, words: int, tables: int) -> Finding:
    message = Message.of(
        "The section “{title}” is too short for a picture of the situation: words "
        "{words} of {least}, tables and figures with data {tables} of {least_tables}.",
        title=part.quote.text,
        words=size.words,
        tables=size.tables,
        least=words,
        least_tables=tables,
    )
    return Finding(message, (part.quote,))


def _development(
    programme: Programme,
    part: Part,
    spoken: Mapping[str, Quote | None],
    series: int,
    themes: int,
) -> Iterator[Finding]:
    """What is missing to see where things are going: one finding for all of it."""
    lacking = [concept for concept in _SPOKEN if not spoken[concept]]
    if not lacking:
        return
    absence = programme.absence(lacking[0], where=(part.quote.text,))
    if (
        series < themes and not spoken["forecast"]
    ):  # else it says where things are going
        sentence = (
            "The section “{title}” states no {what}, and it shows too few developments "
            "over three or more years ({series}): where things are going cannot be seen."
        )
    else:
        sentence = "The section “{title}” states no {what}."
    message = Message.of(
        sentence,
        title=part.quote.text,
        series=series,
        what=Message(SPOKEN_FACETS[lacking[-1]]),
    )
    yield Finding(message, (part.quote, absence))


def _quotes(
    part: Part, spoken: Iterable[Quote | None], series: Sequence[Quote]
) -> tuple[Quote, ...]:
    found = (part.quote, *(each for each in spoken if each), *series[:2])
    return tuple(dict.fromkeys(found))
