"""Rates by rule, the goals, and the cases that are known to end wrong."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.accuracy.changes import Kind
from bench.accuracy.measure import COMPLETE, Case, End

FIGURES = Path(__file__).resolve().parent / "figures.toml"
GOALS = {
    Kind.BREAK.value: 0.98,
    Kind.WEAK.value: 0.90,
    Kind.HARMLESS.value: 0.98,
    COMPLETE: 0.99,
}
"""The least share of right cases of each kind; of complete ones, one in a hundred may fail."""
KINDS = tuple(GOALS)


@dataclass(frozen=True, slots=True)
class Rate:
    """How many cases of a kind ended right, of those that prove something."""

    right: int = 0
    total: int = 0
    void: int = 0

    @property
    def share(self) -> float | None:
        """None where there is nothing to share."""
        return self.right / self.total if self.total else None

    def __str__(self) -> str:
        """As "11/12", with "(1 void)" where some prove nothing."""
        if not self.total and not self.void:
            return "–"
        void = f" ({self.void} void)" if self.void else ""
        return f"{self.right}/{self.total}{void}"


def rate(cases: Iterable[Case]) -> Rate:
    """The rate of some cases."""
    ends = Counter(case.end for case in cases)
    right = ends[End.RIGHT]
    return Rate(right, right + ends[End.WRONG], ends[End.VOID])


def rates(cases: Sequence[Case], code: str | None = None) -> dict[str, Rate]:
    """The rate of each kind, of one rule or of all."""
    own = [case for case in cases if code is None or case.code == code]
    return {kind: rate(case for case in own if case.kind == kind) for kind in KINDS}


def is_reached(kind: str, found: Rate) -> bool:
    """Whether a rate is as good as its goal."""
    return found.share is None or found.share >= GOALS[kind]


def load_known(path: Path = FIGURES) -> dict[str, str]:
    """The cases that ended other than right when the figures were last kept, with why."""
    if not path.exists():
        return {}
    known = tomllib.loads(path.read_text(encoding="utf-8"))["wrong"]
    return dict(known)


def fallen(cases: Sequence[Case], known: Mapping[str, str]) -> list[Case]:
    """The cases that end other than right and did not when the figures were kept."""
    return [
        case for case in cases if case.end is not End.RIGHT and case.id not in known
    ]


def render_figures(cases: Sequence[Case]) -> str:
    """The file of figures: the rates of each rule, and each case that is not right."""
    lines = [
        "# Written by `python -m bench accuracy --record`: how many cases of each kind ended",
        "# right, of how many, and every case that did not. `--check` fails where one is new.",
        "",
        "[total]",
        *_rate_lines(rates(cases)),
        "",
    ]
    for code in sorted({case.code for case in cases}):
        lines += [f"[rules.{code}]", *_rate_lines(rates(cases, code)), ""]
    lines.append("[wrong]")
    wrong = {case.id: case for case in cases if case.end is not End.RIGHT}
    lines += [
        f"{_quoted(name)} = {_quoted(f'{case.end.value}: {case.said}')}"
        for name, case in sorted(wrong.items())
    ]
    return "\n".join(lines) + "\n"


def _rate_lines(found: Mapping[str, Rate]) -> list[str]:
    return [
        f"{kind} = [{each.right}, {each.total}]"
        for kind, each in found.items()
        if each.total
    ]


def _quoted(text: str) -> str:
    text = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'
