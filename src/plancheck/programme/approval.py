"""The decision that adopted a programme: its day and its number."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plancheck.model.document import Document, Paragraph, ParagraphRole
from plancheck.model.evidence import Quote
from plancheck.programme.identity import StatedPeriod, front_lines
from plancheck.programme.mentions import judge_stance
from plancheck.programme.own_names import OwnName
from plancheck.programme.vocabulary import Vocabulary
from plancheck.programme.word_lists import alternatives
from plancheck.text.dates import find_dates
from plancheck.text.folding import fold
from plancheck.text.patterns import lazy_pattern
from plancheck.text.periods import find_periods
from plancheck.text.sentences import sentences
from plancheck.text.stance import Stance

_CONCEPT = "approval"
_OTHER = "other decision"
_LINES_OF_A_DECISION = 4
_OPENING_PARAGRAPHS = 80
_YEARS_BEFORE = 3
"""How many years before its first year a programme may be adopted."""

_SLASHED = lazy_pattern(r"(?<![\d/])(?P<number>\d{1,4}/20\d\d)(?![\d/])")
"""A number with its year, which needs no word before it: `decision 31/2024`."""


@dataclass(frozen=True, slots=True)
class Approval:
    """A council's decision that adopted the programme; `number` is as printed."""

    date: dt.date
    number: str | None
    quote: Quote


def find_approval(
    documents: Iterable[Document], vocabulary: Vocabulary, period: StatedPeriod | None
) -> Approval | None:
    """The decision that a title page names, else one that the text names.

    Far from the opening it counts only with its number: there other decisions are told of.
    Other documents are adopted too: in running text a sentence counts only where it names
    the programme, no other document and no other period.
    """
    documents = tuple(documents)
    for document in documents:
        lines = (*front_lines(document), *_front_notes(document))
        for quote in _front_windows(lines, vocabulary):
            if found := _decision(quote, vocabulary, period):
                return found
    own_name = OwnName(documents, vocabulary)
    opening, later = slice(_OPENING_PARAGRAPHS), slice(_OPENING_PARAGRAPHS, None)
    for where in (opening, later):
        for document in documents:
            for quote in _sentences_on_the_programme(
                document.paragraphs[where], vocabulary, period, own_name
            ):
                found = _decision(quote, vocabulary, period)
                if found and (where is opening or found.number):
                    return found
    return None


def _front_notes(document: Document) -> Iterator[Quote]:
    """The footnotes of what stands before the first heading: `* Adopted on 3 May, No. 12`."""
    for paragraph in document.paragraphs:
        if paragraph.role is ParagraphRole.FOOTNOTE and not paragraph.location.section:
            yield Quote(paragraph.text, paragraph.location)


def _front_windows(lines: Sequence[Quote], vocabulary: Vocabulary) -> Iterator[Quote]:
    """Each line that speaks of approval, made longer until it names a day."""
    for index, line in enumerate(lines):
        if _names_approval(line.text, vocabulary):
            ends = range(index + 1, len(lines) + 1)
            for last in ends[:_LINES_OF_A_DECISION]:
                if _is_on_another(lines[last - 1].text, vocabulary):
                    break
                text = " ".join(each.text for each in lines[index:last])
                yield Quote(text, line.location)


def _sentences_on_the_programme(
    paragraphs: Iterable[Paragraph],
    vocabulary: Vocabulary,
    period: StatedPeriod | None,
    own_name: OwnName,
) -> Iterator[Quote]:
    own = {(period.first, period.last)} if period else set()
    for paragraph in paragraphs:
        if not _names_approval(paragraph.text, vocabulary):
            continue
        for sentence in sentences(paragraph.text):
            named = {(each.first, each.last) for each in find_periods(sentence.text)}
            is_on_it = _names_programme(sentence.text, vocabulary)
            if (
                (is_on_it or own_name.is_in(sentence.text))
                and named <= own
                and not _is_on_another(sentence.text, vocabulary)
            ):
                yield Quote(sentence.text, paragraph.location)


def _names_programme(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text names a programme, and no other kind of document."""
    folded = fold(text)
    titles = vocabulary.kinds.get("title", ())
    others = (term for terms in vocabulary.other_kinds.values() for term in terms)
    return any(term.is_in(folded, text) for term in titles) and not any(
        term.is_in(folded, text) for term in others
    )


def _is_on_another(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line tells of a decision before that on the programme, such as to begin it."""
    return bool(vocabulary.concept(_OTHER).spans(fold(text), text))


def _names_approval(text: str, vocabulary: Vocabulary) -> bool:
    return bool(vocabulary.concept(_CONCEPT).spans(fold(text), text))


def _decision(
    quote: Quote, vocabulary: Vocabulary, period: StatedPeriod | None
) -> Approval | None:
    """The decision that a text tells of; None where it denies or promises one."""
    folded = fold(quote.text)
    numbered = _numbered(vocabulary)
    number = numbered.search(folded) or _SLASHED.search(folded)
    # "decision No 41" denies nothing
    plain = numbered.sub(lambda found: " " * len(found.group()), folded)
    days = [each.date for each in find_dates(quote.text) if not each.is_month]
    likely = [day for day in days if _is_likely(day, period)]
    for start, end in vocabulary.concept(_CONCEPT).spans(folded, quote.text):
        if likely and judge_stance(plain, start, end, vocabulary) is Stance.ASSERTED:
            printed = quote.text[slice(*number.span("number"))] if number else None
            return Approval(likely[0], printed, quote)
    return None


def _numbered(vocabulary: Vocabulary) -> re.Pattern[str]:
    """A number behind a word or an abbreviation that says so."""
    nouns = alternatives(vocabulary, "number_nouns")
    return re.compile(
        rf"\b(?:nr|no|n|{nouns})\.? ?(?P<number>(?:[a-z]{{1,5}}[-/]?)?\d[\w/-]{{0,20}})"
    )


def _is_likely(day: dt.date, period: StatedPeriod | None) -> bool:
    """Whether a programme of this period can have been adopted on a day."""
    return period is None or period.first - _YEARS_BEFORE <= day.year <= period.last
