"""What a programme plans, a record a row: its measures, projects and indicators."""

from collections.abc import Mapping, Sequence

from plancheck.model.location import Location
from plancheck.programme.fields import Field, Row
from plancheck.programme.indicators import Indicator
from plancheck.programme.measures import Measure
from plancheck.programme.programme import Programme

Value = str | int | float | None
Record = dict[str, Value]

BETWEEN = " › "
"""What stands between the headings, or the banner rows, that a row stands under."""


def planned_records(programme: Programme) -> Mapping[str, Sequence[Record]]:
    """The records of what is planned, by `measures`, `projects` and `indicators`.

    A field is told as printed; beside an amount or a value stands its number, thousands
    resolved. What a row lacks is empty or None.
    """
    return {
        "measures": [_measure(each) for each in programme.measures],
        "projects": [
            {**_measure(each), "links": each.links.text} for each in programme.projects
        ],
        "indicators": [_indicator(each) for each in programme.indicators],
    }


def _measure(measure: Measure) -> Record:
    return {
        **_planned(measure),
        "responsible": measure.responsible.text,
        "term": measure.term.text,
        "amount": measure.amount.text,
        "amount_number": _number(measure.amount),
        "amount_currency": measure.amount.value.currency or None,
        "source": measure.source.text,
        "result": measure.result.text,
        "territory": measure.territory.text,
        "target_group": measure.target_group.text,
    }


def _indicator(indicator: Indicator) -> Record:
    return {
        **_planned(indicator),
        "unit": indicator.unit.text,
        "baseline": indicator.baseline.text,
        "baseline_number": _number(indicator.baseline),
        "baseline_year": indicator.baseline_year,
        "target": indicator.target.text,
        "target_number": _number(indicator.target),
        "target_year": indicator.target_year,
        "data_source": indicator.data_source.text,
        "frequency": indicator.frequency.text,
        "responsible": indicator.responsible.text,
        "level": indicator.level.value if indicator.level else None,
    }


def _planned(row: Row) -> Record:
    quote = row.quote
    return {
        "code": row.code,
        "name": row.name,
        "parents": BETWEEN.join(row.parents) or None,
        "quote": quote.text,
        **_place_of(quote.location),
    }


def _place_of(location: Location) -> Record:
    return {
        "document": location.document or None,
        "page": location.page_number,
        "section": BETWEEN.join(location.section) or None,
        "table_number": location.table_number,
        "row_number": location.row_number,
    }


def _number(field: Field) -> float | None:
    return None if field.number is None else float(field.number)
