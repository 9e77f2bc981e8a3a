"""Forms in which people took part in drafting a programme: surveys, meetings, maps."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from plancheck.rules.asking import speaks_of, whole_row
from plancheck.sdk import Mention, Paragraph, Programme, Quote, Stance, Table, once

FORMS = (
    "form survey",
    "form meeting",
    "form discussion",
    "form working group",
    "form map",
    "form event",
    "form interview",
    "form written",
)
"""Concepts of the vocabulary, the most usual ones first."""

_REPORT = "participation report"
_BESIDE = 90
_BEFORE, _AFTER = 3, 2  # paragraphs; a page's end may put two lines between
_LONGEST = 600
"""Characters of a sentence or row; what is longer is columns read as one line."""


@dataclass(frozen=True, slots=True)
class Held:
    """A form that was used, with the sentence or row that tells of it.

    `counted` is the sentence or row that says how many took part in it.
    """

    form: str
    quote: Quote
    is_live: bool
    is_online: bool
    counted: Quote | None


@once
def held_forms(programme: Programme) -> tuple[Held, ...]:
    """The forms that the report on participation tells of, each once.

    Outside it, sentences count that tie a form to participation or to the drafting of the
    programme, and those beside one that does.
    """
    found = (_held(programme, form) for form in FORMS)
    return tuple(each for each in found if each is not None)


def report_mentions(programme: Programme, concept: str) -> tuple[Mention, ...]:
    """Where the report on participation names a concept; without a report, anywhere."""
    if not _has_report(programme):
        return programme.mentions(concept)
    return programme.mentions(concept, within=programme.part(_REPORT))


def is_on_taking_part(programme: Programme, mention: Mention) -> bool:
    """Whether a row speaks of participation, or the paragraphs around a sentence do."""
    if isinstance(mention.block, Table):
        return speaks_of(programme, "taking part", whole_row(mention).text)
    blocks = mention.section.blocks
    at = next((n for n, each in enumerate(blocks) if each is mention.block), 0)
    near = blocks[max(0, at - _BEFORE) : at + _AFTER + 1]
    texts = [each.text for each in near if isinstance(each, Paragraph)]
    return any(speaks_of(programme, "taking part", text) for text in texts)


def _has_report(programme: Programme) -> bool:
    """Whether a section tells of participation, and not only a table of proposals."""
    report = programme.part(_REPORT)
    return report is not None and report.found_by != "table"


def _held(programme: Programme, form: str) -> Held | None:
    """All that is said of a form, the place that tells of a number first."""
    found: Held | None = None
    for each in _tellings(programme, form):
        if found is None:
            found = each
            continue
        found = replace(
            found,
            quote=found.quote if found.counted else (each.counted or found.quote),
            is_live=found.is_live or each.is_live,
            is_online=found.is_online or each.is_online,
            counted=found.counted or each.counted,
        )
    return found


def _tellings(programme: Programme, form: str) -> Iterator[Held]:
    inside = report_mentions(programme, form) if _has_report(programme) else ()
    reported = {id(each.block) for each in inside}
    for mention in programme.mentions(form):
        if mention.stance is not Stance.ASSERTED:
            continue
        quote = whole_row(mention)
        text = quote.text
        if len(text) > _LONGEST:
            continue
        if speaks_of(programme, "implementation", text):
            continue  # what goes on later is another rule's matter
        is_loose = id(mention.block) not in reported
        if is_loose and not is_on_taking_part(programme, mention):
            continue
        if form == "form working group" and not speaks_of(programme, "public", text):
            continue  # a group of officials alone is no participation
        yield Held(
            form,
            quote,
            speaks_of(programme, "face to face", text),
            speaks_of(programme, "online", text),
            quote if _is_counted(programme, form, mention, text) else None,
        )


def _is_counted(programme: Programme, form: str, mention: Mention, text: str) -> bool:
    """Whether a number of people stands near the form, or in its row's column for that."""
    if isinstance(mention.block, Table) and _has_count_cell(programme, mention):
        return True
    numbers = programme.spans("number of participants", text)
    return any(
        max(start, other) - min(end, other_end) <= _BESIDE
        for start, end in programme.spans(form, text)
        for other, other_end in numbers
    )


def _has_count_cell(programme: Programme, mention: Mention) -> bool:
    """Whether the row has a figure in a column for the number of participants."""
    table, row_number = mention.block, mention.quote.location.row_number
    if not isinstance(table, Table) or row_number is None:
        return False
    return any(
        speaks_of(programme, "participants column", table.text_at(0, index))
        and any(map(str.isdigit, table.text_at(row_number - 1, index)))
        for index in range(table.column_count)
    )
