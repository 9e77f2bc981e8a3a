"""Funding: whether the investment plan and the action plan refer to each other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from plancheck.rules.asking import NO_PROJECTS, quotes_of, speaks_of
from plancheck.rules.verdicts import capped, split
from plancheck.sdk import (
    CAPITALS,
    Finding,
    Heading,
    Location,
    Measure,
    Message,
    Objective,
    Programme,
    Project,
    Table,
    Verdict,
    fold,
    lazy_pattern,
    not_applicable,
    rule,
)

_LINK_COLUMNS = ("goal", "priority", "direction", "task", "measure")
_GROUP_COLUMNS = ("goal", "priority", "direction", "task")
_SHORTEST_NAME = 8
_CODES_ONLY = lazy_pattern(r"[^\W\d_]{0,4}[ .-]?\d{1,3}(?:\.\d{1,3}){1,4}\.?[,; ]*")
"""One code with several numbers and nothing else, as `1.2.1.` or `P1.2`."""


@rule(
    "FF07",
    category="funding",
    criteria=("S4", "C1"),
    severity="error",
    certainty="medium",
    source="Good practice: a criterion of the peer review of urban strategies",
)
def projects_linked(
    programme: Programme, *, linked: float = 0.9, covered: float = 0.6, works: int = 5
) -> Verdict:
    """Projects refer to the action plan."""
    projects = programme.projects or not_applicable(NO_PROJECTS)
    plan = _Plan.of(programme)
    links = {row.quote: _links(programme, row, plan) for row in projects}
    verdict = Verdict.of_share(
        projects,
        having=lambda row: links[row.quote],
        found="{having} of {total} projects refer to the action plan.",
        missing="Project “{name}” refers to no existing task, direction or priority.",
        missing_all="No project refers to an existing task, direction or priority.",
        pass_at=linked,
    )
    codes = frozenset(code for own in links.values() for code in own)
    uncovered = _uncovered(programme, plan, codes, covered, works)
    return capped(verdict, 2, uncovered) if uncovered and verdict.passes else verdict


@dataclass(frozen=True)
class _Plan:
    """What projects can refer to: codes, names folded, rows.

    `bare` are the codes of two numbers and more without their letters, as one part may
    write `U1.1` and the other `1.1`. `places` are those of the rows of the action plan,
    `codes` their codes that have letters or several numbers, `rows` their names folded;
    `groups` are what several projects of a programme without objectives stand below, and
    the directions that its measures name;
    `parents` maps each code of an objective to the one above it.
    """

    known: frozenset[str]
    bare: frozenset[str]
    names: frozenset[str]
    groups: frozenset[str]
    places: frozenset[Location]
    codes: frozenset[str]
    rows: frozenset[str]
    parents: Mapping[str, str]

    @classmethod
    def of(cls, programme: Programme) -> "_Plan":
        objectives, measures = programme.objectives, programme.measures
        return cls(
            frozenset(each.code for each in objectives)
            | frozenset(row.code for row in measures if _bare(row.code) != row.code)
            | programme.numbered.numbers,
            frozenset(_bare(each.code) for each in objectives if "." in each.code),
            frozenset(
                fold(each.name)
                for each in (*objectives, *_uncoded(programme))
                if each.level != "measure" and len(each.name) >= _SHORTEST_NAME
            ),
            frozenset() if objectives else _groups(programme) | _fields(programme),
            frozenset(row.quote.location for row in measures),
            frozenset(
                row.code
                for row in measures
                if "." in row.code or row.code[:1].isalpha()
            ),
            frozenset(fold(row.name) for row in measures),
            {each.code: each.parent_code for each in objectives if each.parent_code},
        )

    def existing(self, codes: Iterable[str]) -> frozenset[str]:
        """Those of the codes that objectives or measures have, without letters where both do."""
        named = set(codes)
        bare = {
            _bare(code)
            for code in named
            if code in self.known or _bare(code) in self.bare
        }
        return frozenset(bare | (named & self.codes))


def _uncoded(programme: Programme) -> Iterator[Objective]:
    """The goals without codes that more than a line over the projects themselves names."""
    own = {
        each.location.block_index
        for table in programme.tables_of("investment")
        for each in table.fragments
    }
    told = [
        fold(block.text)
        if isinstance(block, Heading)
        else fold(" | ".join(cell.text for cell in block.cells))
        for document in programme.documents
        for block in document.blocks
        if isinstance(block, Heading | Table) and block.location.block_index not in own
    ]
    for each in programme.uncoded_objectives:
        if any(fold(each.name) in text for text in told):
            yield each


def _groups(programme: Programme) -> frozenset[str]:
    """What a column of directions or tasks says of two projects and more, folded."""
    counts = Counter(
        fold(row.field(each).text)
        for row in programme.projects
        for each in _GROUP_COLUMNS
        if row.says(each)
    )
    return frozenset(text for text, count in counts.items() if count > 1)


def _fields(programme: Programme) -> frozenset[str]:
    """The directions and tasks that rows of the action plan stand in, folded."""
    return frozenset(
        fold(row.field(each).text)
        for row in programme.measures
        for each in _GROUP_COLUMNS
        if row.says(each) and len(row.field(each).text) >= _SHORTEST_NAME
    )


def _bare(code: str) -> str:
    return code.lstrip(CAPITALS)


def _links(programme: Programme, row: Project, plan: _Plan) -> frozenset[str]:
    """The existing objectives that a project names, by code or by name, or stands below.

    A row of a table that is both plans is linked with itself.
    """
    columns = list(_LINK_COLUMNS)
    if speaks_of(programme, "own plan", row.context.labels.get("complementarity", "")):
        columns.append("complementarity")
    texts = [row.field(each).text for each in columns if row.field(each)]
    texts += _lone_codes(row, plan)
    codes = {code for text in texts for code in programme.codes_in(text)}
    codes.update(code for text in texts for code in programme.numbered.listed_in(text))
    codes.update(word.strip(".,;:") for text in texts for word in text.split())
    found = plan.existing(codes)
    if not found and any(map(_CODES_ONLY.fullmatch, texts)):
        return (
            found  # what it says itself counts before the banner that it stands under
        )
    found |= plan.existing(row.parents)
    is_same = fold(row.name) in plan.rows
    if row.code in plan.codes or row.quote.location in plan.places or is_same:
        found |= {_bare(row.code) or row.name}
    folded = fold(" | ".join((*texts, *row.parents)))
    found |= {name for name in plan.names if name in folded}
    texts += _unknown_cells(row)
    return found | {text for text in map(fold, texts) if text in plan.groups}


def _lone_codes(row: Project, plan: _Plan) -> list[str]:
    """Codes of the plan alone in cells whose column nobody knows: `Ref.` over `1.2.1`."""
    return [
        text
        for text in _unknown_cells(row)
        if _CODES_ONLY.fullmatch(text) and plan.existing([text.strip(".,; ")])
    ]


def _unknown_cells(row: Project) -> list[str]:
    """What a row says in columns that nobody knows."""
    table, row_index = row.place.table, row.place.row_index
    known = {place.column_index for place in row.cells.values() if place.table is table}
    return [
        table.text_at(row_index, index).strip()
        for index in range(table.column_count)
        if index not in known
    ]


def _uncovered(
    programme: Programme,
    plan: _Plan,
    codes: AbstractSet[str],
    covered: float,
    works: int,
) -> Finding | None:
    """That too many measures that build something have no project; None where enough do."""
    building = [
        row
        for row in programme.measures
        if speaks_of(programme, "investment work", row.name)
    ]
    if len(building) < works:
        return None
    held, lacking = split(building, lambda row: _is_covered(row, plan, codes))
    if len(held) >= covered * len(building):
        return None
    message = Message.of(
        "{count} of {total} measures that build or rebuild something have no project.",
        count=len(lacking),
        total=len(building),
    )
    return Finding(message, quotes_of(lacking))


def _is_covered(row: Measure, plan: _Plan, codes: AbstractSet[str]) -> bool:
    """Whether a project names the measure, or something that it stands below."""
    own = {row.code, *row.parents} - {""}
    step = set(own)
    while step:
        step = {plan.parents.get(code, "") for code in step} - own - {""}
        own |= step
    return any(_bare(code) in codes for code in own) or row.name in codes
