"""What a rule says of a programme: a score from 0 to 4 with its evidence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NoReturn, Protocol, TypeVar

from plancheck.model.evidence import Absence, Evidence, Quote
from plancheck.model.message import Message

COMPLETE, GOOD, PARTIAL, MENTIONED, NOTHING = 4, 3, 2, 1, 0
"""The five steps of the scale; 0 to 2 is a gap, 3 and 4 are fine, as in the peer review."""

QUOTES_SHOWN = 3
"""How many quotes a verdict keeps of what is there: enough to see what was found."""


class NotApplicable(Exception):  # noqa: N818 - an answer of a rule, not an error
    """A rule has nothing to judge; the reason says what is not there."""

    def __init__(self, reason: Message | str) -> None:
        self.reason = _as_message(reason)
        super().__init__(str(self.reason))


class Unsure(Exception):  # noqa: N818 - an answer of a rule, not an error
    """A rule cannot tell, because what it needs could not be read; the reason says why."""

    def __init__(self, reason: Message | str, *evidence: Evidence) -> None:
        self.reason = _as_message(reason)
        self.evidence = evidence
        super().__init__(str(self.reason))


def not_applicable(reason: Message | str) -> NoReturn:
    """Say that a rule has nothing to judge; stands behind `or`, after what is missing.

    Args:
        reason: Why there is nothing to judge, and what would change that; a sentence.

    Raises:
        NotApplicable: Always.
    """
    raise NotApplicable(reason)


class Named(Protocol):
    """A row that a share is counted over: it is called something and can be quoted."""

    @property
    def name(self) -> str:
        """What the row is called on the page."""
        ...

    @property
    def quote(self) -> Quote:
        """The row as printed, with its place."""
        ...


Row = TypeVar("Row", bound=Named)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is missing or wrong, with its evidence."""

    message: Message
    evidence: tuple[Evidence, ...] = ()

    @property
    def text(self) -> str:
        """The English sentence."""
        return str(self.message)


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing that a checklist asks for: the quote that shows it, or None."""

    name: Message
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A score, the sentence that says why, and the evidence.

    `message` sums up in one sentence what was found or missed. `quotes` show what is
    there; `findings` say what is missing, one for each cause; `absence` says what was
    sought and where when the thing itself was not found.
    """

    score: int
    message: Message
    findings: tuple[Finding, ...] = ()
    quotes: tuple[Quote, ...] = ()
    absence: Absence | None = None

    @property
    def passes(self) -> bool:
        """Three and four are good, as in the peer review."""
        return self.score >= GOOD

    @classmethod
    def of_share(  # noqa: PLR0913 - the parts of one judgement, all but two by keyword
        cls,
        rows: Sequence[Row],
        having: Callable[[Row], object],
        *,
        missing: str,
        pass_at: float,
        found: str = "{having} of {total} have it.",
        missing_all: str | None = None,
        **values: object,
    ) -> "Verdict":
        """How many of these rows have it.

        The score is 3 from `pass_at`, 4 from 0.9 (or `pass_at`, if higher), 2 from half of
        `pass_at`, 1 above nothing and 0 at nothing.

        Args:
            rows: The rows to judge, at least one.
            having: Says of a row whether it has it.
            found: Template of the summary; it may name {having} and {total}.
            missing: Template of the finding for one row; it may name {name}.
            missing_all: Template of the one finding when no row has it.
            pass_at: The share from which the rule passes, from 0 to 1.
            values: More values for all the templates.
        """
        held: list[Row] = []
        lacking: list[Row] = []
        for row in rows:
            (held if having(row) else lacking).append(row)
        counts = {"having": len(held), "total": len(rows), **values}
        if missing_all is not None and len(lacking) == len(rows):
            findings: tuple[Finding, ...] = (
                Finding(Message.of(missing_all, **counts), (rows[0].quote,)),
            )
        else:
            findings = tuple(
                Finding(Message.of(missing, name=row.name, **values), (row.quote,))
                for row in lacking
            )
        return cls(
            score=share_score(len(held), len(rows), pass_at),
            message=Message.of(found, **counts),
            findings=findings,
            quotes=tuple(row.quote for row in held[:QUOTES_SHOWN]),
        )

    @classmethod
    def of_checklist(
        cls,
        facets: Sequence[Facet],
        *,
        needed: int,
        found: str,
        missing: str,
        absence: Absence | None = None,
        **values: object,
    ) -> "Verdict":
        """How many of these facets are found.

        The score is 4 when all are, 3 from `needed`, 2 from half of `needed`, 1 above
        nothing and 0 at nothing.

        Args:
            facets: What is asked for, each with its quote where it was found.
            needed: How many must be found for the rule to pass.
            found: Template of the summary; it may name {having} and {total}.
            missing: Template of the finding for one facet; it names {facet}.
            absence: What was sought and where, shown with each missing facet.
            values: More values for all the templates.
        """
        present = [facet for facet in facets if facet.quote is not None]
        lacking = [facet for facet in facets if facet.quote is None]
        return cls(
            score=_checklist_score(len(present), len(facets), needed),
            message=Message.of(found, having=len(present), total=len(facets), **values),
            findings=tuple(
                Finding(
                    Message.of(missing, facet=facet.name, **values),
                    (absence,) if absence else (),
                )
                for facet in lacking
            ),
            quotes=tuple(facet.quote for facet in present if facet.quote is not None),
            absence=absence if lacking else None,
        )

    @classmethod
    def absent(cls, message: Message | str, absence: Absence) -> "Verdict":
        """Nothing was found: score 0 with what was sought and where."""
        sentence = _as_message(message)
        return cls(NOTHING, sentence, (Finding(sentence, (absence,)),), absence=absence)

    @classmethod
    def only_mentioned(
        cls, message: Message | str, absence: Absence, *quotes: Quote
    ) -> "Verdict":
        """The thing is spoken of and not there: score 1 with what speaks of it.

        Args:
            message: Says what is missing; the summary and the one finding.
            absence: What was sought and where.
            quotes: What speaks of it, shown before what was sought.
        """
        sentence = _as_message(message)
        finding = Finding(sentence, (*quotes, absence))
        return cls(MENTIONED, sentence, (finding,), absence=absence)


def _as_message(sentence: Message | str) -> Message:
    return sentence if isinstance(sentence, Message) else Message(sentence)


def share_score(having: int, total: int, pass_at: float) -> int:
    """The score of a share by the bands of `Verdict.of_share`.

    >>> [share_score(having, 10, pass_at=0.8) for having in (0, 3, 4, 8, 9)]
    [0, 1, 2, 3, 4]
    """
    share = having / total
    if share >= max(0.9, pass_at):
        return COMPLETE
    if share >= pass_at:
        return GOOD
    if share >= pass_at / 2:
        return PARTIAL
    return MENTIONED if having else NOTHING


def _checklist_score(having: int, total: int, needed: int) -> int:
    if having == total:
        return COMPLETE
    if having >= needed:
        return GOOD
    if having * 2 >= needed:
        return PARTIAL
    return MENTIONED if having else NOTHING
