"""Climate: whether the plans adapt to it, and whether indicators show that they do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plancheck.rules.adaptation import ClimateKinds, Kind
from plancheck.rules.asking import (
    NO_INDICATORS,
    NO_ROWS,
    QUOTED,
    quotes_of,
)
from plancheck.sdk import (
    Finding,
    Indicator,
    Measure,
    Message,
    Programme,
    Project,
    Quote,
    Unsure,
    Verdict,
    not_applicable,
    rule,
)

_WANTED_FACETS = ("responsible body", "term", "money")


@dataclass(frozen=True)
class _Undertaking:
    """A measure with the projects that carry it out, or a project alone."""

    rows: tuple[Measure, ...]

    @property
    def name(self) -> str:
        return self.rows[0].name

    @property
    def quote(self) -> Quote:
        return self.rows[0].quote

    @property
    def lacking(self) -> str | None:
        """The first of responsible body, term and money that no row has."""
        if not any(row.responsible for row in self.rows):
            return "responsible body"
        if not any(row.term for row in self.rows):
            return "term"
        has_money = any(row.has_source or row.amount for row in self.rows)
        return None if has_money else "money"


@rule(
    "CL05",
    category="climate",
    criteria=("C4",),
    severity="warning",
    certainty="medium",
    source="Good practice: adaptation measures are part of development programmes; "
    "[LPKP programmes]",
)
def adaptation_measures(programme: Programme, *, needed: int = 3) -> Verdict:
    """The plans adapt to climate change, with who, when and money."""
    if not programme.measures and not programme.projects:
        not_applicable(NO_ROWS)
    plans = _Plans.of(programme)
    found = plans.undertakings(Kind.ADAPTATION)
    whole = [each for each in found if each.lacking is None]
    possible = plans.undertakings(Kind.POSSIBLE)
    if len(whole) < needed <= len(found) + len(possible) and len(found) < needed:
        sentence = (
            "{count} measures adapt to climate change; {possible} more, such as drainage "
            "or greenery, do if they are meant to."
        )
        raise Unsure(
            Message.of(sentence, count=len(found), possible=len(possible)),
            *(each.quote for each in possible[:QUOTED]),
        )
    if not found:
        return _none(programme, plans)
    message = Message.of(
        "Measures that adapt to climate change, with responsible body, term and money: "
        "{having} of {total}.",
        having=len(whole),
        total=len(found),
    )
    quotes = tuple(each.quote for each in whole[:QUOTED])
    findings = [*_incomplete(found)]
    if len(found) < needed:
        findings.append(_too_few(programme, found, needed))
    score = (2 if whole or len(found) >= needed else 1) if len(whole) < needed else 3
    if score == 3 and not findings:
        score = 4
    return Verdict(score, message, tuple(findings), quotes)


def _incomplete(found: Sequence[_Undertaking]) -> Iterator[Finding]:
    """What measures lack, one finding a field."""
    for field in _WANTED_FACETS:
        lacking = [each for each in found if each.lacking == field]
        if lacking:
            message = Message.of(
                "Measures that adapt to climate change without {field}: {count} of "
                "{total}, such as “{name}”.",
                field=Message(field),
                count=len(lacking),
                total=len(found),
                name=lacking[0].name,
            )
            yield Finding(message, tuple(each.quote for each in lacking[:QUOTED]))


def _too_few(
    programme: Programme, found: Sequence[_Undertaking], needed: int
) -> Finding:
    message = Message.of(
        "Rows of the action and investment tables that adapt to climate change: {count}; "
        "at least {needed} are expected.",
        count=len(found),
        needed=needed,
    )
    quotes = tuple(each.quote for each in found)
    return Finding(message, (*quotes, programme.absence("adaptation works")))


def _none(programme: Programme, plans: "_Plans") -> Verdict:
    """The verdict where no row adapts: mitigation or talk, or nothing at all."""
    near = [*plans.rows(Kind.MITIGATION), *plans.rows(Kind.AWARENESS)]
    if not near:
        return programme.absent(
            "adaptation works", "No measure or project adapts to climate change."
        )
    message = Message.of(
        "No measure or project adapts to climate change; some only mitigate it or speak "
        "of it, such as “{name}”.",
        name=near[0].name,
    )
    absence = programme.absence("adaptation works", nearest=near[0].quote)
    return Verdict.only_mentioned(message, absence)


@dataclass(frozen=True)
class _Plans:
    """Measures and projects, each with its kind; for projects the codes that they name."""

    measures: Sequence[tuple[Measure, Kind]]
    projects: Sequence[tuple[Project, Kind]]
    codes: Mapping[Quote, frozenset[str]]

    @classmethod
    def of(cls, programme: Programme) -> "_Plans":
        """The plans of a programme; the rows of a joint table are measures only."""
        kinds = ClimateKinds.of(programme)
        measures = [(row, kinds.kind(row)) for row in programme.measures]
        known = {row.quote for row in programme.measures}
        projects = [row for row in programme.projects if row.quote not in known]
        codes = {
            row.quote: frozenset(
                code
                for code in programme.codes_in(row.quote.text)
                if "." in code and code != row.code
            )
            for row in projects
        }
        return cls(measures, [(row, kinds.kind(row)) for row in projects], codes)

    def rows(self, kind: Kind) -> list[Measure]:
        """The measures and projects of a kind."""
        return [row for row, own in (*self.measures, *self.projects) if own is kind]

    def undertakings(self, kind: Kind) -> list[_Undertaking]:
        """The rows of a kind, each measure with its projects, a project of none by itself."""
        measures = [row for row, own in self.measures if own is kind]
        linked = [(row, *self._projects(row)) for row in measures]
        used = {project.quote for _, *own in linked for project in own}
        tasks = {code for row in measures for code in row.parents}
        alone = [
            row
            for row, own in self.projects
            if own is kind
            and row.quote not in used
            and not self.codes[row.quote] & tasks
        ]
        return [_Undertaking(rows) for rows in (*linked, *((row,) for row in alone))]

    def _projects(self, measure: Measure) -> tuple[Project, ...]:
        """The projects that name a measure, or that it names."""
        named = {text.replace("-", "").strip() for text in measure.text.split(" | ")}
        return tuple(
            row
            for row, _ in self.projects
            if (measure.code and measure.code in self.codes[row.quote])
            or (row.code and row.code.replace("-", "") in named)
        )


@rule(
    "CL06",
    category="climate",
    severity="warning",
    source="Good practice: the peer review missed target indicators in the climate text",
)
def climate_indicators(
    programme: Programme, *, adaptation: int = 2, mitigation: int = 1
) -> Verdict:
    """Indicators show adaptation to climate change and its mitigation."""
    indicators = programme.indicators or not_applicable(NO_INDICATORS)
    kinds = ClimateKinds.of(programme)
    wanted = {Kind.ADAPTATION: adaptation, Kind.MITIGATION: mitigation}
    named = {
        kind: [row for row in indicators if kinds.kind(row) is kind] for kind in wanted
    }
    valued = {kind: [row for row in named[kind] if _is_valued(row)] for kind in wanted}
    if not any(named.values()):
        return programme.absent(
            "climate indicator",
            "No indicator shows adaptation to climate change or its mitigation.",
        )
    message = Message.of(
        "Indicators with baseline and target: {adaptation} of adaptation, {mitigation} of "
        "mitigation.",
        adaptation=len(valued[Kind.ADAPTATION]),
        mitigation=len(valued[Kind.MITIGATION]),
    )
    findings = tuple(
        _missing(programme, kind, least, named[kind], valued[kind])
        for kind, least in wanted.items()
        if len(valued[kind]) < least
    )
    quotes = quotes_of([*valued[Kind.ADAPTATION][:2], *valued[Kind.MITIGATION]])
    unvalued = any(len(valued[kind]) < len(named[kind]) for kind in wanted)
    if not findings:
        return Verdict(3 if unvalued else 4, message, quotes=quotes)
    score = 2 if valued[Kind.ADAPTATION] else 1
    return Verdict(score, message, findings, quotes)


def _is_valued(row: Indicator) -> bool:
    """Whether an indicator has a baseline and a target, if only as a state or a trend.

    A column that its table lacks is missing for other rules; the other one will do.
    """
    has_column = row.has_column("baseline") or row.has_column("baseline year")
    return bool(row.target) and (bool(row.baseline) or not has_column)


def _missing(
    programme: Programme,
    kind: Kind,
    least: int,
    named: Sequence[Indicator],
    valued: Sequence[Indicator],
) -> Finding:
    sentence = (
        "Indicators of adaptation with baseline and target: {count}; at least {least} are "
        "expected."
        if kind is Kind.ADAPTATION
        else "Indicators of mitigation with baseline and target: {count}; at least "
        "{least} are expected."
    )
    message = Message.of(sentence, count=len(valued), least=least)
    without = [row for row in named if row not in valued]
    concept = "adaptation works" if kind is Kind.ADAPTATION else "mitigation"
    return Finding(message, (*quotes_of(without), programme.absence(concept)))
