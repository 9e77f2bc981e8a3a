"""Document structure: whether all volumes state one territory and one period."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from plancheck.sdk import (
    Absence,
    Finding,
    Message,
    Programme,
    StatedPeriod,
    Unsure,
    Verdict,
    fold,
    has_lost_digits,
    rule,
)


@rule(
    "DS06",
    category="structure",
    severity="error",
    source="Good practice; a development programme is a medium-term document: "
    "[TAPL 1(1)]",
)
def period(programme: Programme, *, years: int = 7) -> Verdict:
    """All volumes state one territory and one period of at most seven years."""
    stated = _own_periods(programme)
    if not stated:
        return _no_period(programme)
    first = stated[0]
    findings = [
        *_too_long(stated, years),
        *_different(programme, stated),
        *_of_others(programme),
    ]
    silent = [] if findings else _silent(programme, stated)
    return Verdict(
        score=2 if findings else 3 if silent else 4,
        message=findings[0].message
        if findings
        else Message.of(
            "The programme is for {first}–{last}.", first=first.first, last=first.last
        ),
        findings=(*findings, *silent),
        quotes=tuple(each.quote for each in stated),
    )


def _own_periods(programme: Programme) -> tuple[StatedPeriod, ...]:
    """The stated periods without those of a volume that is another kind of document."""
    kinds = [
        term for terms in programme.vocabulary.other_kinds.values() for term in terms
    ]
    own = tuple(
        stated
        for stated in programme.periods
        if not any(
            term.is_in(fold(stated.quote.text), stated.quote.text) for term in kinds
        )
    )
    return own or programme.periods


def _no_period(programme: Programme) -> Verdict:
    title = programme.title
    if title and has_lost_digits(title.text):
        sentence = "The years of the period were lost from the title: “{title}”."
        raise Unsure(Message.of(sentence, title=title.text), title)
    places = tuple(document.name for document in programme.documents)
    absence = Absence(("2022.–2027.", "2022–2027"), places, title)
    verdict = Verdict.absent(
        "No title page, header or file name states the period of the programme.",
        absence,
    )
    findings = (*verdict.findings, *_of_others(programme))
    return replace(verdict, findings=findings)


def _too_long(stated: Sequence[StatedPeriod], years: int) -> list[Finding]:
    long = {(each.first, each.last): each for each in stated if each.year_count > years}
    return [
        Finding(
            Message.of(
                "The period {first}–{last} is {count} years long, but a medium-term "
                "programme covers at most {years}.",
                first=each.first,
                last=each.last,
                count=each.year_count,
                years=years,
            ),
            (each.quote,),
        )
        for each in long.values()
    ]


def _different(programme: Programme, stated: Sequence[StatedPeriod]) -> list[Finding]:
    """The volumes whose period is not that of the first, unless a paragraph names both."""
    first = stated[0]
    return [
        Finding(
            Message.of(
                "“{document}” states the period {first}–{last}, but “{other}” states "
                "{other_first}–{other_last}.",
                document=PurePath(each.document).name,
                first=each.first,
                last=each.last,
                other=PurePath(first.document).name,
                other_first=first.first,
                other_last=first.last,
            ),
            (each.quote, first.quote),
        )
        for each in stated[1:]
        if (each.first, each.last) != (first.first, first.last)
        and not _explained(programme, {first.first, first.last, each.first, each.last})
    ]


def _of_others(programme: Programme) -> list[Finding]:
    """The volumes that state another municipality than the first."""
    stated = programme.municipalities
    return [
        Finding(
            Message.of(
                "“{document}” is of {municipality}, but “{other}” is of "
                "{other_municipality}.",
                document=PurePath(each.document).name,
                municipality=", ".join(each.names),
                other=PurePath(stated[0].document).name,
                other_municipality=", ".join(stated[0].names),
            ),
            (each.quote, stated[0].quote),
        )
        for each in stated[1:]
        if each.is_other_than(stated[0], programme.vocabulary)
    ]


def _explained(programme: Programme, years: set[int]) -> bool:
    return any(
        all(str(year) in paragraph.text for year in years)
        for document in programme.documents
        for paragraph in document.paragraphs
    )


def _silent(programme: Programme, stated: Sequence[StatedPeriod]) -> list[Finding]:
    """The volumes that state no period, where others do."""
    spoken = {each.document for each in stated} | {
        each.document for each in programme.periods
    }
    return [
        Finding(
            Message.of(
                "“{document}” does not state the period of the programme.",
                document=PurePath(document.name).name,
            ),
            (Absence((f"{stated[0].first}–{stated[0].last}",), (document.name,)),),
        )
        for document in programme.documents
        if document.name not in spoken
    ]
