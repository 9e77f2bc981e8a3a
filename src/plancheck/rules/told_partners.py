"""Who takes part in a measure, where its words say so and no column does."""

import re
from collections.abc import Iterator

from plancheck.rules.asking import spelt_out, stance_on
from plancheck.sdk import (
    CAPITALS,
    Field,
    Measure,
    Programme,
    Stance,
    sentences,
)

DEEDS = ("name", "measure", "project", "task", "description", "result")
_CUE = "partners follow"
_BODIES = ("acting body", "planning region", "state body")
_BRACKETS = re.compile(r"\(([^()]{2,160})\)")
_STOP = re.compile(r"[.;)](?=\s|$)")
_ABBREVIATIONS = re.compile(rf"[{CAPITALS}]{{2,8}}(?:[,/;] ?[{CAPITALS}]{{2,8}})*")


def told_partners(programme: Programme, row: Measure) -> Iterator[tuple[Field, str]]:
    """The pieces of a row's words that list who takes part, each with its cell.

    They stand behind such words as `partners:` or `together with`, or in brackets behind
    what is done: `Mark the trails (school, forest administration)`.
    """
    for field in map(row.field, DEEDS):
        for deed in sentences(field.text):
            for piece in _pieces(programme, deed.text):
                yield field, spelt_out(programme, piece)


def _pieces(programme: Programme, deed: str) -> Iterator[str]:
    if stance_on(programme, _CUE, deed) is Stance.ASSERTED:
        for _, end in programme.spans(_CUE, deed):
            stop = _STOP.search(deed, end)
            yield deed[end : stop.start() if stop else len(deed)]
    for match in _BRACKETS.finditer(deed):
        if _lists_bodies(programme, match[1]):
            yield match[1]


def _lists_bodies(programme: Programme, text: str) -> bool:
    """Whether brackets hold bodies that act, and not places or buildings."""
    short = _ABBREVIATIONS.fullmatch(text.strip())
    if short and any(
        each in programme.abbreviations for each in re.findall(r"\w+", text)
    ):
        return True
    items = (each.strip() for each in re.split(r"[,;]", text))
    return any(programme.named_among(_BODIES, item) for item in items)
