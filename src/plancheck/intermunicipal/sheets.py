"""The comparison and the cooperation as workbooks."""

import datetime as dt
from collections.abc import Iterator
from io import BytesIO

from plancheck.intermunicipal import wording
from plancheck.intermunicipal.cooperation import Cooperation, Pair
from plancheck.intermunicipal.cooperation_page import CooperationPage
from plancheck.intermunicipal.figures import Comparison
from plancheck.intermunicipal.reading import Judged, Planned, Run
from plancheck.reporters.words import Voice, clean, cut
from plancheck.reporters.workbook import Column, Row, Sheet, write_sheets

LONGEST_TEXT = 2000
"""Characters of one cell."""

_NARROW, _MIDDLE, _WIDE, _TEXT = 8, 14, 30, 60
"""Widths of columns, in letters."""

HEAT_COLUMNS = {
    "Programme": _WIDE,
    "File": _WIDE,
    "Region": _MIDDLE,
    "Mean": _NARROW,
}
RANK_COLUMNS = {
    "Dimension": _WIDE,
    "Place": _NARROW,
    "Programme": _WIDE,
    "Mean": _NARROW,
    "Weakest criteria": _TEXT,
}
RULE_COLUMNS = {
    "Rule": _NARROW,
    "Requirement": _TEXT,
    "Failed": _NARROW,
    "Judged": _NARROW,
    "Share": _NARROW,
}
OUTLIER_COLUMNS = {
    "Programme": _WIDE,
    "What stands out": _TEXT,
}
GROUP_COLUMNS = {
    "Programmes": _MIDDLE,
    "Mean": _NARROW,
}
CHANGE_COLUMNS = {
    "Programme": _WIDE,
    "Rule": _NARROW,
    "Requirement": _WIDE,
    "Before": _MIDDLE,
    "Now": _MIDDLE,
    "What was found": _TEXT,
}
MATRIX_COLUMNS = {
    "Programme": _WIDE,
}
PAIR_COLUMNS = {
    "First": _WIDE,
    "Second": _WIDE,
    "How they stand": _WIDE,
    "Themes": _WIDE,
    "What": _WIDE,
    "Programme": _WIDE,
    "Quote": _TEXT,
    "Place": _WIDE,
}
"""The columns of each sheet with their widths, before those that the audit brings."""


def comparison_workbook(comparison: Comparison, language: str) -> bytes:
    """The comparison as a workbook; the same run gives the same bytes."""
    voice = wording.voice_of(language)
    sheets = [
        _heat(comparison, voice),
        _ranks(comparison, voice),
        _rules(comparison, voice),
    ]
    sheets += [_outliers(comparison, voice), _groups(comparison, voice)]
    if comparison.before:
        sheets.append(_changes(comparison, voice))
    return _written(sheets, comparison.run, voice.say("Programmes compared"))


def cooperation_workbook(cooperation: Cooperation, language: str) -> bytes:
    """Who plans with whom as a workbook; the same run gives the same bytes."""
    voice = wording.voice_of(language)
    sheets = [_matrix(cooperation, voice), _pairs(cooperation, voice)]
    return _written(sheets, cooperation.run, voice.say("Who plans with whom"))


def _written(sheets: list[Sheet], run: Run, title: str) -> bytes:
    stream = BytesIO()
    day = dt.date.fromisoformat(run.as_of) if run.as_of else dt.date(2000, 1, 1)
    created = dt.datetime.combine(day, dt.time(), dt.UTC)
    write_sheets(stream, sheets, title=title, created=created)
    return stream.getvalue()


def _columns(headings: dict[str, int], voice: Voice) -> tuple[Column, ...]:
    return tuple(Column(voice.say(name), width) for name, width in headings.items())


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def _heat(comparison: Comparison, voice: Voice) -> Sheet:
    criteria = comparison.criteria
    heads = _columns(HEAT_COLUMNS, voice)
    rows: list[Row] = [
        (
            clean(each.name),
            clean(each.path),
            clean(each.region),
            _rounded(comparison.mean(each)),
            *(_score(comparison, each, criterion.id) for criterion in criteria),
        )
        for each in comparison.programmes
    ]
    columns = (*heads, *(Column(each.id, _NARROW) for each in criteria))
    return Sheet(
        voice.say("Criteria"),
        columns,
        rows,
        scored_columns=(len(heads), len(columns) - 1) if criteria else None,
    )


def _score(comparison: Comparison, programme: Judged, criterion: str) -> int | None:
    cell = comparison.cells.get((programme.path, criterion))
    return cell.score if cell else None


def _ranks(comparison: Comparison, voice: Voice) -> Sheet:
    rows: list[Row] = [
        (
            wording.category(category, voice)
            if category
            else voice.say("All criteria"),
            rank.place,
            clean(rank.programme.name),
            _rounded(rank.mean),
            "; ".join(
                f"{each.id} {wording.criterion(each, voice)}" for each in rank.weakest
            ),
        )
        for category in ("", *comparison.categories)
        for rank in comparison.ranks(category or None)
    ]
    columns = _columns(RANK_COLUMNS, voice)
    return Sheet(voice.say("Ranks"), columns, rows)


def _rules(comparison: Comparison, voice: Voice) -> Sheet:
    rows: list[Row] = [
        (each.code, clean(each.title), each.failed, each.judged, round(each.share, 3))
        for each in comparison.most_failed
    ]
    columns = _columns(RULE_COLUMNS, voice)
    return Sheet(voice.say("Rules"), columns, rows)


def _outliers(comparison: Comparison, voice: Voice) -> Sheet:
    rows: list[Row] = [
        (clean(each.programme.name), wording.outlier(each, voice))
        for each in comparison.outliers
    ]
    columns = _columns(OUTLIER_COLUMNS, voice)
    return Sheet(voice.say("What stands out"), columns, rows)


def _groups(comparison: Comparison, voice: Voice) -> Sheet:
    categories = comparison.categories
    rows: list[Row] = [
        (
            clean(group.name) or voice.say("not given"),
            len(group.programmes),
            _rounded(group.mean),
            *(_rounded(group.means[category]) for category in categories),
        )
        for group in comparison.groups
    ]
    name = Column(voice.say(wording.GROUP_WORDS[comparison.group_by]), _WIDE)
    heads = (name, *_columns(GROUP_COLUMNS, voice))
    means = (Column(wording.category(each, voice), _MIDDLE) for each in categories)
    return Sheet(
        voice.say(wording.GROUP_TITLE_TEMPLATES[comparison.group_by]),
        (*heads, *means),
        rows,
    )


def _changes(comparison: Comparison, voice: Voice) -> Sheet:
    rows: list[Row] = [
        (
            clean(each.programme.name),
            each.now.code,
            clean(each.now.title),
            wording.ended(each.before, voice),
            wording.ended(each.now, voice),
            cut(clean(each.now.message), LONGEST_TEXT),
        )
        for each in comparison.changes
    ]
    columns = _columns(CHANGE_COLUMNS, voice)
    return Sheet(voice.say("Since the run before"), columns, rows)


def _matrix(cooperation: Cooperation, voice: Voice) -> Sheet:
    page = CooperationPage(cooperation, voice)
    rows: list[Row] = [
        (
            clean(one.name),
            *(page.cell(one, other).text for other in cooperation.programmes),
        )
        for one in cooperation.programmes
    ]
    heads = (Column(clean(each.name), _MIDDLE) for each in cooperation.programmes)
    return Sheet(
        voice.say("Who names whom"), (*_columns(MATRIX_COLUMNS, voice), *heads), rows
    )


def _pairs(cooperation: Cooperation, voice: Voice) -> Sheet:
    rows = [row for pair in cooperation.pairs for row in _rows_of(pair, voice)]
    columns = _columns(PAIR_COLUMNS, voice)
    return Sheet(voice.say("Pairs"), columns, rows)


def _rows_of(pair: Pair, voice: Voice) -> Iterator[Row]:
    """A row a quote: of those that name the other, then of those on the same thing."""

    def row(what: str, programme: Judged, planned: Planned) -> Row:
        return (
            clean(pair.first.name),
            clean(pair.second.name),
            wording.relation(pair, voice),
            wording.themes(pair, voice),
            what,
            clean(programme.name),
            cut(clean(planned.text), LONGEST_TEXT),
            wording.place(planned, voice),
        )

    sides = (pair.first, pair.second)
    for programme, named in zip(sides, pair.named, strict=True):
        for planned in named:
            yield row(voice.say("names the other"), programme, planned)
    for shared in pair.shared:
        for programme, planning in zip(sides, shared.rows, strict=True):
            for planned in planning:
                yield row(wording.thing(shared, voice), programme, planned)
