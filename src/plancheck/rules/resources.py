"""Legal: whether the programme says how much money and how many people it needs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from plancheck.rules.asking import excerpt, first_quote, quotes_of, row_quote
from plancheck.rules.verdicts import split
from plancheck.sdk import (
    SHARES,
    Finding,
    Heading,
    Mention,
    Message,
    Programme,
    Project,
    Quote,
    Stance,
    Table,
    Verdict,
    rule,
    sums_in,
)

_NEEDED = "resources needed"
_PEOPLE = "people needed"
_TALK = "funding in general"
_OUTSIDE = ("participation report", "current situation")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_FEWEST_YEARS = 3
_HEADER_ROWS = 2


@rule(
    "LG06",
    category="legal",
    criteria=("F2",),
    severity="error",
    source="Good practice: programmes state the amount of resources that they need, "
    "by year or by source; [TAPL 22]",
)
def resources_needed(programme: Programme, *, filled: float = 0.9) -> Verdict:
    """The money and the people that the whole programme needs are stated."""
    need = _Need(programme)
    if not need.stated and not need.projects:
        return _without_sums(programme)
    findings = tuple(_findings(programme, need, filled))
    return Verdict(
        score=_score(need, filled),
        message=Message.of(
            "Projects with an amount: {having} of {total}; a total is stated: {stated}; it "
            "is split by source or by year: {split}.",
            having=len(need.priced),
            total=len(need.projects),
            stated=_yes(need.stated),
            split=_yes(need.split),
        ),
        findings=findings,
        quotes=tuple(
            dict.fromkeys(
                quote
                for quote in (
                    need.stated,
                    need.split,
                    need.people,
                    *quotes_of(need.priced),
                )
                if quote
            )
        ),
    )


@dataclass(frozen=True)
class _Need:
    """What a programme says of the resources that it needs."""

    programme: Programme

    @property
    def projects(self) -> tuple[Project, ...]:
        """The rows whose amounts make the total."""
        return self.programme.projects

    @cached_property
    def priced(self) -> list[Project]:
        """The rows with an amount."""
        return split(self.projects, lambda row: row.amount.is_number)[0]

    @property
    def share(self) -> float:
        """How many of the rows have an amount, from 0 to 1."""
        return len(self.priced) / len(self.projects) if self.projects else 0.0

    @cached_property
    def stated(self) -> Quote | None:
        """The sentence, or the totals row, that states the sum for the whole programme."""
        rows = (
            row.quote
            for table in self.programme.tables_of("investment")
            for row in table.totals
            if row.field("amount").is_number
        )
        said = (each.quote for each in self._sentences(_NEEDED) if self._is_whole(each))
        return next(said, None) or next(rows, None)

    @cached_property
    def split(self) -> Quote | None:
        """The table that parts the sum by source or by year."""
        for table in self.programme.tables_of("investment"):
            if sum(table.filled(each) > 0 for each in SHARES) > 1:
                return table.quote
        return next(self._by_year(), None)

    @cached_property
    def people(self) -> Quote | None:
        """The sentence that says how many people it takes."""
        return next((each.quote for each in self._sentences(_PEOPLE)), None)

    def _sentences(self, concept: str) -> Iterator[Mention]:
        for mention in self.programme.mentions(concept, outside=_OUTSIDE):
            if mention.stance is Stance.ASSERTED and not isinstance(
                mention.block, Heading | Table
            ):
                yield mention

    def _is_whole(self, mention: Mention) -> bool:
        """Whether a sentence names a sum that the projects can make, and no part of it."""
        is_comma = self.programme.language != "en"
        sums = sums_in(mention.quote.text, decimal_comma=is_comma)
        largest = max((each.number or Decimal(0) for each in sums), default=None)
        added = sum(
            (row.amount.number or Decimal(0) for row in self.priced), Decimal(0)
        )
        return largest is not None and largest * 2 >= added

    def _by_year(self) -> Iterator[Quote]:
        """Tables of money with a column for each of three years and more."""
        for concept in ("resources", "investment plan"):
            part = self.programme.part(concept)
            for table in part.tables if part else ():
                for index in range(min(_HEADER_ROWS, table.row_count)):
                    texts = table.row_texts(index)
                    years = {year for text in texts for year in _YEAR.findall(text)}
                    if len(years) >= _FEWEST_YEARS and index + 1 < table.row_count:
                        yield row_quote(table, index)


def _score(need: _Need, filled: float) -> int:
    """3 for a total with its parts, or amounts to add up; 4 with the people too."""
    is_whole = bool(need.stated and need.split)
    if is_whole and need.people:
        return 4
    if is_whole or need.share >= filled:
        return 3
    if need.stated or need.share >= filled / 2:
        return 2
    return 1


def _yes(quote: Quote | None) -> Message:
    return Message("yes") if quote else Message("no")


def _findings(programme: Programme, need: _Need, filled: float) -> Iterator[Finding]:
    """What keeps the total from being known; where it is known, what would complete it."""
    if not need.stated and need.share < filled:
        lacking = split(need.projects, lambda row: row.amount.is_number)[1]
        message = Message.of(
            "No total is stated, and {count} of {total} projects have no amount, so that "
            "it cannot be added up.",
            count=len(lacking),
            total=len(need.projects),
        )
        yield Finding(message, quotes_of(lacking))
    elif not need.stated:
        message = Message("The total for the whole programme is not stated.")
        yield Finding(message, (programme.absence(_NEEDED),))
    if not need.split:
        message = Message("The sum is split neither by source nor by year.")
        yield Finding(message, (need.stated,) if need.stated else ())
    if not need.people:
        message = Message("Nothing says how many people the implementation takes.")
        yield Finding(message, (programme.absence(_PEOPLE),))


def _without_sums(programme: Programme) -> Verdict:
    """The verdict where there is no sum: funding spoken of in general, or nothing."""
    talk = first_quote(programme.mentions(_TALK, outside=_OUTSIDE), Stance.ASSERTED)
    if talk is None:
        silence = "Nothing says how much money the programme needs."
        return programme.absent(_NEEDED, silence)
    message = Message.of(
        "Funding is spoken of without a sum: “{quote}”", quote=excerpt(talk)
    )
    return programme.only_mentioned(_NEEDED, message, talk)
