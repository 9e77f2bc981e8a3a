"""How many findings on real documents are true, by rule, by severity and in all."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bench.labels.rows import Label, Row
from plancheck.model.report import Outcome

OVERALL, ERROR_RULE = 0.90, 0.75
"""The least precision of all findings, and of those of one rule at severity error."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The labels of some rows."""

    true: int = 0
    false: int = 0
    unsure: int = 0
    unread: int = 0

    @classmethod
    def of(cls, rows: Iterable[Row]) -> "Tally":
        """Count them."""
        count = Counter(row.label for row in rows)
        return cls(
            count[Label.TRUE],
            count[Label.FALSE],
            count[Label.UNSURE],
            count[Label.NONE],
        )

    @property
    def precision(self) -> float | None:
        """True of true and false; None where nothing was labelled so."""
        told = self.true + self.false
        return self.true / told if told else None

    def __str__(self) -> str:
        """As "0.95  19 true, 1 false, 0 unsure, 4 unread"."""
        share = "–   " if self.precision is None else f"{self.precision:.2f}"
        return (
            f"{share}  {self.true} true, {self.false} false, {self.unsure} unsure, "
            f"{self.unread} unread"
        )


def render_precision(rows: Sequence[Row]) -> str:
    """A line for each rule, for each severity and for all; what is below its goal last."""
    findings = [row for row in rows if row.is_finding]
    passes = [row for row in rows if row.kind == Outcome.PASS.value]
    lines = ["Findings by rule"]
    lines += _lines(findings, lambda row: row.code)
    lines += ["", "Findings by severity", *_lines(findings, lambda row: row.severity)]
    lines += ["", f"{'All findings':16}{Tally.of(findings)}"]
    lines += [f"{'All passes':16}{Tally.of(passes)}"]
    low = below_goal(rows)
    if low:
        lines += ["", f"Below its goal: {', '.join(low)}"]
    wrong = [row for row in rows if row.label is Label.FALSE]
    if wrong:
        lines += ["", "Labelled false:"]
        lines += [f"  {row.code} {row.kind}: {row.text}" for row in wrong]
    return "\n".join(lines)


def _lines(rows: Sequence[Row], key: Callable[[Row], str]) -> list[str]:
    return [
        f"  {name:14}{Tally.of(row for row in rows if key(row) == name)}"
        for name in sorted({key(row) for row in rows})
    ]


def below_goal(rows: Sequence[Row]) -> list[str]:
    """The rules at severity error below their goal, and "all" where all are below theirs."""
    findings = [row for row in rows if row.is_finding]
    low = []
    for code in sorted({row.code for row in findings if row.severity == "error"}):
        own = [row for row in findings if row.code == code and row.severity == "error"]
        if _is_below(Tally.of(own), ERROR_RULE):
            low.append(code)
    return [*low, *(["all"] if _is_below(Tally.of(findings), OVERALL) else [])]


def _is_below(tally: Tally, goal: float) -> bool:
    return tally.precision is not None and tally.precision < goal
