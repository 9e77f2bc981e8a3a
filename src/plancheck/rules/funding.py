"""Funding: whether money is named, adds up, and is tied to plan and budget."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from plancheck.rules.asking import (
    NO_PROJECTS,
    NO_ROWS,
    excerpt,
    first_quote,
    quotes_of,
    speaks_of,
)
from plancheck.rules.budget import FACETS, OUTSIDE, budget_procedure
from plancheck.rules.verdicts import by_column, capped, split, weakest, without_column
from plancheck.sdk import (
    SHARES,
    Facet,
    Finding,
    Measure,
    Message,
    Programme,
    Project,
    Stance,
    Verdict,
    fold,
    not_applicable,
    rule,
    sums_in,
)

_MARKS = frozenset("xх+v✓✔●•√")
_LEAST_SUM = 1_000
"""What a sum told in words comes to at least; a smaller one is a price of one thing."""
_SEPARATORS = (",", ";", "/", "\n", " un ", " and ")


@rule(
    "FF01",
    category="funding",
    criteria=("F1", "F2", "F3"),
    severity="error",
    source="Good practice: a criterion of the peer review of urban strategies",
)
def funding_source(
    programme: Programme,
    *,
    filled: float = 0.9,
    same: float = 0.6,
    private: float = 0.05,
    rows: int = 10,
) -> Verdict:
    """Measures and projects name their funding source."""
    plans: dict[str, Sequence[Measure]] = {
        "action plan": programme.measures,
        "investment plan": programme.projects,
    }
    verdicts = [_sources(plan, own, filled) for plan, own in plans.items() if own]
    if not verdicts:
        not_applicable(NO_ROWS)
    verdict = weakest(verdicts)
    if verdict.score == 0 and any(each.score for each in verdicts):
        verdict = replace(verdict, score=1)
    every = [row for own in plans.values() for row in own]
    if len(every) < rows:
        return verdict
    if verdict.passes and (gap := _without_private(plans.values(), programme, private)):
        verdict = replace(verdict, score=3, findings=(*verdict.findings, gap))
    habit = _same_list(every, same)
    return capped(verdict, 2, habit) if habit else verdict


def _sources(plan: str, rows: Sequence[Measure], filled: float) -> Verdict:
    _, lacking = split(rows, _has_source)
    verdict = Verdict.of_share(
        rows,
        having=_has_source,
        found="{having} of {total} rows of the {plan} name a funding source.",
        missing="“{name}” names no funding source.",
        missing_all="No row of the {plan} names a funding source.",
        pass_at=filled,
        plan=Message(plan),
    )
    columns = ("source", *SHARES)
    verdict = by_column(verdict, lacking, columns, "funding source")
    return without_column(verdict, rows, columns, "funding source")


def _has_source(row: Measure) -> bool:
    """Whether a source is named, or one of the source columns is marked."""
    return row.has_source or any(
        share.text.strip().casefold() in _MARKS for share in row.shares
    )


def _same_list(rows: Sequence[Measure], same: float) -> Finding | None:
    """That one list of several sources stands in most rows; None where it does not."""
    lists = [
        row for row in rows if any(sign in row.source.text for sign in _SEPARATORS)
    ]
    counts = Counter(fold(" ".join(row.source.text.split())) for row in lists)
    text, count = next(iter(counts.most_common(1)), ("", 0))
    if count <= same * len(rows):
        return None
    alike = [row for row in lists if fold(" ".join(row.source.text.split())) == text]
    message = Message.of(
        "The same list of sources “{sources}” stands in {count} of {total} rows.",
        sources=alike[0].source.text,
        count=count,
        total=len(rows),
    )
    return Finding(message, quotes_of(alike))


def _without_private(
    plans: Iterable[Sequence[Measure]], programme: Programme, share: float
) -> Finding | None:
    """That too few rows of each plan count on private money; None where enough do."""
    counts = []
    for rows in plans:
        private = [row for row in rows if _is_private(programme, row)]
        if private and len(private) >= share * len(rows):
            return None
        counts.append((len(private), len(rows)))
    count, total = max(counts)
    message = Message.of(
        "{count} of {total} rows count on private money or a financial instrument.",
        count=count,
        total=total,
    )
    return Finding(message, (programme.absence("private money"),))


def _is_private(programme: Programme, row: Measure) -> bool:
    """Whether private money is put in: as a sum, as a mark, or by name."""
    share = row.field("private share")
    if share.number or share.text.strip().casefold() in _MARKS:
        return True
    texts = (row.source.text, row.field("other share").text)
    return any(speaks_of(programme, "private money", text) for text in texts)


@rule(
    "FF02",
    category="funding",
    criteria=("F2",),
    severity="error",
    source="Good practice: a criterion of the peer review of urban strategies",
)
def amount(programme: Programme, *, filled: float = 0.8) -> Verdict:
    """Projects have an amount."""
    projects = programme.projects or not_applicable(NO_PROJECTS)
    verdict = Verdict.of_share(
        projects,
        having=_has_amount,
        found="{having} of {total} projects have an amount.",
        missing="Project “{name}” has no amount.",
        missing_all="No project has an amount.",
        pass_at=filled,
    )
    _, lacking = split(projects, _has_amount)
    verdict = by_column(verdict, lacking, ("amount", "running cost", *SHARES), "amount")
    round_ones = [row for row in projects if _is_round(row)]
    if len(projects) < 10 or len(round_ones) <= 0.7 * len(projects):
        return verdict
    message = Message.of(
        "{count} of {total} amounts are whole hundreds of thousands, as rough guesses are.",
        count=len(round_ones),
        total=len(projects),
    )
    note = Finding(message, quotes_of(round_ones))
    return replace(verdict, findings=(*verdict.findings, note))


def _has_amount(row: Project) -> bool:
    """Whether there is a sum of money above nothing, as a whole or in parts."""
    sums = (row.amount, row.field("running cost"), *row.shares)
    if any(each.number and each.value.unit != "%" for each in sums):
        return True
    told = sums_in(row.amount.text, decimal_comma=row.context.decimal_comma)
    return any(each.number and each.number >= _LEAST_SUM for each in told)


def _is_round(row: Project) -> bool:
    number = row.amount.number
    return number is not None and number > 0 and number % 100_000 == 0


@rule(
    "FF06",
    category="funding",
    criteria=("F2", "F4"),
    severity="error",
    source="Good practice: an identifiable link between programme and budget",
)
def budget_linkage(programme: Programme, *, needed: int = 3) -> Verdict:
    """The programme says how it enters the budget."""
    procedure = budget_procedure(programme)
    if not procedure.facets:
        return _no_procedure(programme)
    absence = programme.absence("budget")
    verdict = Verdict.of_checklist(
        [Facet(Message(FACETS[each]), procedure.facets.get(each)) for each in FACETS],
        needed=needed,
        found="{having} of {total} steps from the programme to the budget are told.",
        missing="Of the way from the programme to the budget it is not said {facet}.",
        absence=absence,
    )
    if not procedure.is_promise:
        return verdict
    quote = next(iter(procedure.facets.values()))
    sentence = "The way from the programme to the budget is only promised: “{quote}”"
    return capped(
        verdict, 2, Finding(Message.of(sentence, quote=excerpt(quote)), (quote,))
    )


def _no_procedure(programme: Programme) -> Verdict:
    """The verdict where nothing is told: boilerplate, a denial, or silence."""
    mentions = programme.mentions("budget foundation", outside=OUTSIDE)
    denied = first_quote(mentions, Stance.NEGATED)
    asserted = first_quote(mentions, Stance.ASSERTED)
    quote = denied or asserted or first_quote(mentions, Stance.PROMISED)
    if quote is None:
        silence = "No text says how the programme enters the budget."
        return programme.absent("budget", silence)
    sentence = (
        "The programme itself says that a link to the budget is missing: “{quote}”"
        if denied
        else "The budget is only named as something that the programme serves: “{quote}”"
        if asserted
        else "The way from the programme to the budget is only promised: “{quote}”"
    )
    message = Message.of(sentence, quote=excerpt(quote))
    return programme.only_mentioned("budget", message, quote)
