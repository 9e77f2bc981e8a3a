"""Strategy: whether the analysis rests on data that have a source and are fresh."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from statistics import median

from plancheck.rules.asking import QUOTED, excerpt, speaks_of
from plancheck.rules.unread_figures import give_up_for_figures
from plancheck.rules.verdicts import capped
from plancheck.sdk import (
    Finding,
    Message,
    Paragraph,
    ParagraphRole,
    Part,
    Programme,
    Quote,
    Section,
    Stance,
    Table,
    Unsure,
    Verdict,
    caption_kind,
    not_applicable,
    rule,
)

PART = "current situation"
CONCEPT = "source note"
_DIGIT = re.compile(r"\d")
_CODE = re.compile(r"\b[^\W\d_]{1,3}[.-]?\d[\d.–-]{0,8}")
"""What a table of links lists, which is no figure: `A1-2, RV3.1`."""
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d,]|\.\d)")
_FOOTNOTE = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]|\[\d{1,3}\]\s*$")
_WORD = re.compile(r"[^\W\d_]{4}")
_DATA_CELLS = 3
_LONGEST_FIGURE = 40
"""Characters of a cell with a figure, its unit and year; a longer one tells something."""
_SHORT_NOTE = 12
"""Words of a note beside a table; what is longer tells something."""
_REACH = 2
"""Paragraphs after a table or figure, or before it, in which its source is sought."""


@dataclass(frozen=True, slots=True)
class _Exhibit:
    """A table or figure with data: what it is called, where it is, and what is beside it.

    `is_open` where a note on its source says only that there will be one.
    """

    name: str
    quote: Quote
    has_source: bool
    is_open: bool
    year: int | None


@rule(
    "SD04",
    category="strategy",
    criteria=("S2",),
    severity="warning",
    source="Good practice; for strategies with EU funds [(EU) 2021/1060 29(1)(b)]",
)
def evidence_base(
    programme: Programme, *, sourced: float = 0.7, age: int = 3
) -> Verdict:
    """Data in the analysis have a source and are fresh."""
    part = programme.part(PART) or not_applicable(
        "No section that describes the current situation was found."
    )
    exhibits = tuple(_exhibits(programme, part))
    if not exhibits:
        return _without(programme, part)
    verdict = Verdict.of_share(
        exhibits,
        having=lambda each: each.has_source,
        found="{having} of {total} tables and figures with data name their source.",
        missing="“{name}” names no source of its data.",
        missing_all="None of the {total} tables and figures with data names its source.",
        pass_at=sourced,
    )
    if not verdict.passes and (told := _told_for_all(programme, part)):
        verdict = told
    elif not any(each.has_source for each in exhibits):
        verdict = replace(
            verdict,
            score=1 if any(each.is_open for each in exhibits) else 0,
            absence=programme.absence(CONCEPT),
        )
    old = _outdated(programme, exhibits, age)
    return capped(verdict, 2, old) if old else verdict


def _told_for_all(programme: Programme, part: Part) -> Verdict | None:
    """The verdict where one sentence names the source of all data; None where none does."""
    for mention in programme.mentions("source for all", within=part):
        is_named = programme.has_word("known_source", mention.quote.text)
        # `unless another is named` denies nothing
        if mention.stance is not Stance.PROMISED and is_named:
            message = Message.of(
                "One sentence names the source of all tables and figures: “{quote}”",
                quote=excerpt(mention.quote),
            )
            return Verdict(3, message, quotes=(mention.quote,))
    return None


def _exhibits(programme: Programme, part: Part) -> Iterator[_Exhibit]:
    """The tables and captioned figures of the analysis that hold figures, maps left out."""
    for section in part.walk():
        for index, block in enumerate(section.blocks):
            if isinstance(block, Table):
                is_shown = _has_data(block) and not programme.is_plan_table(block)
                if is_shown and not _goes_on(section.blocks, index - 1):
                    yield _of_table(programme, section, index, block)
            elif isinstance(block, Paragraph) and _is_figure(programme, block):
                figure = _of_figure(programme, section, index, block)
                if _shows_data(programme, figure):
                    yield figure


def _has_data(table: Table) -> bool:
    """Whether a table holds figures, and not only words side by side, as a list of laws."""
    short = (cell.text for cell in table.cells if len(cell.text) <= _LONGEST_FIGURE)
    figures = (_DIGIT.search(_CODE.sub("", text)) for text in short)
    return sum(map(bool, figures)) >= _DATA_CELLS


def _is_figure(programme: Programme, paragraph: Paragraph) -> bool:
    is_caption = caption_kind(paragraph.text) == "figure"
    return is_caption and not speaks_of(programme, "no chart", paragraph.text)


def _shows_data(programme: Programme, figure: _Exhibit) -> bool:
    """Whether a caption names what is measured, or a source that data have."""
    return figure.has_source or programme.has_word("measured", figure.name)


def _goes_on(blocks: Sequence[object], index: int) -> bool:
    """Whether the table at an index goes on in the next one, which has its head again."""
    if not 0 <= index < len(blocks) - 1:
        return False
    table, rest = blocks[index : index + 2]
    return (
        isinstance(table, Table)
        and isinstance(rest, Table)
        and table.row_texts(0) == rest.row_texts(0)
    )


def _of_table(
    programme: Programme, section: Section, index: int, table: Table
) -> _Exhibit:
    last = index
    while _goes_on(section.blocks, last):
        last += 1
    beside = _beside(section, index, last, table.caption)
    own = [table.caption, *_last_row(section.blocks[last])]
    heads = [*table.row_texts(0), *(text for text in own if text)]
    quote = Quote(" | ".join(table.row_texts(0)), table.location_of(0))
    name = table.caption or quote.text
    texts = (*own, *beside, *table.row_texts(0))
    has_source, is_open = _source(programme, texts)
    has_source = has_source or programme.has_word("source_heading", section.title)
    return _Exhibit(name, quote, has_source, is_open, _year(programme, heads, beside))


def _of_figure(
    programme: Programme, section: Section, index: int, caption: Paragraph
) -> _Exhibit:
    beside = _beside(section, index, index, caption.text)
    quote = Quote(caption.text, caption.location)
    has_source, is_open = _source(programme, (caption.text, *beside))
    year = _year(programme, [caption.text], beside)
    return _Exhibit(caption.text, quote, has_source, is_open, year)


def _last_row(block: object) -> Sequence[str]:
    return block.row_texts(block.row_count - 1) if isinstance(block, Table) else ()


def _beside(section: Section, first: int, last: int, own: str = "") -> tuple[str, ...]:
    """The paragraphs right after the last block and right before the first one.

    They end at the next table or figure, whose caption names the source of that one only.
    Its own caption ends nothing: a source may stand below a caption below the table.
    """
    return (
        *_paragraphs(section.blocks[last + 1 :], own),
        *_paragraphs(section.blocks[:first][::-1]),
    )


def _paragraphs(blocks: Sequence[object], own: str = "") -> Iterator[str]:
    printed = (block for block in blocks if not _is_drawn(block))
    for block in islice(printed, _REACH):
        if not isinstance(block, Paragraph):
            return
        is_caption = block.role is ParagraphRole.CAPTION and caption_kind(block.text)
        is_of_another = is_caption and block.text != own
        if is_of_another and own:
            return
        yield block.text
        if is_of_another:
            return


def _is_drawn(block: object) -> bool:
    """Whether a paragraph is a number on an axis of a chart, which a PDF gives as text."""
    return isinstance(block, Paragraph) and not _WORD.search(block.text)


def _source(programme: Programme, texts: Sequence[str]) -> tuple[bool, bool]:
    """Whether one of the texts names a source, and whether one leaves it open.

    A footnote to a caption counts as a source.
    """
    has_word = programme.has_word
    notes = [
        text
        for text in texts
        if text
        and (has_word("source_note", text) or _names_in_passing(programme, text))
    ]
    left_open = [text for text in notes if has_word("source_open", text)]
    has_footnote = any(
        caption_kind(text) is not None and _FOOTNOTE.search(text)
        for text in texts
        if text
    )
    return has_footnote or len(notes) > len(left_open), bool(left_open)


def _names_in_passing(programme: Programme, text: str) -> bool:
    """Whether a caption or a short note says whose data they are, as `(CSP dati)`."""
    is_note = caption_kind(text) is not None or len(text.split()) <= _SHORT_NOTE
    return is_note and programme.has_word("source_in_caption", text)


def _year(
    programme: Programme, heads: Sequence[str], beside: Sequence[str]
) -> int | None:
    """The latest year that head, caption or source note names; None where none does."""
    years = [year for text in heads for year in _years(programme, text)]
    if not years:
        notes = (text for text in beside if len(text) < 300)  # no prose
        years = [year for text in notes for year in _years(programme, text)]
    return max(years, default=None)


def _years(programme: Programme, text: str) -> Iterator[int]:
    """The years of the data: not those with which they are compared."""
    compared = programme.spans("compared period", text)
    for found in _YEAR.finditer(text):
        if not any(start <= found.start() < end for start, end in compared):
            yield int(found.group())


def _outdated(
    programme: Programme, exhibits: Sequence[_Exhibit], age: int
) -> Finding | None:
    """That most data are old at the approval; None where they are fresh or undated."""
    adopted = programme.approved.date.year if programme.approved else None
    first = adopted or (programme.period.first if programme.period else None)
    dated = [(each.year, each) for each in exhibits if each.year]
    if first is None or len(dated) * 2 < len(exhibits):
        return None
    middle = median(min(year, first) for year, _ in dated)
    if middle >= first - age:
        return None
    oldest = sorted(dated, key=lambda pair: pair[0])
    message = Message.of(
        "Half of the data are from {year} or older, more than {age} years before the "
        "programme of {first}.",
        year=int(middle),
        age=age,
        first=first,
    )
    return Finding(message, tuple(each.quote for _, each in oldest[:QUOTED]))


def _without(programme: Programme, part: Part) -> Verdict:
    """The verdict on an analysis in words only."""
    if spoken := programme.mentions("spoken chart", within=part):
        message = Message(
            "The text speaks of charts or tables, but none with a caption or with data "
            "could be read in the analysis."
        )
        raise Unsure(message, spoken[0].quote)
    message = Message(
        "The current situation is described without a table or figure of data."
    )
    give_up_for_figures(programme, message)
    finding = Finding(message, (part.quote, programme.absence(CONCEPT)))
    return Verdict(1, message, (finding,), (part.quote,))
