"""Columns of values with their years under nobody's words: the earlier are baselines."""

import pytest

from plancheck.testing import programme

TABLE = """\
# Development Programme of Millbrook Municipality 2024–2030

## Monitoring

| Indicator | Unit | {first} | {second} | Data source | Frequency |
| --- | --- | --- | --- | --- | --- |
| Visitors of the museum | number | 1 200 (2023) | 2 000 (2030) | museum | yearly |
| Homes without heating | % | 31 (2022) | 9 (2030) | register | yearly |
| Bus trips | thousand | 80 (2023) | 95 (2029) | operator | yearly |
"""


@pytest.mark.parametrize(
    ("first", "second"),
    [("Baseline", "Harbour"), ("Departure", "Target"), ("Departure", "Harbour")],
)
def test_the_earlier_years_are_baselines_and_the_later_targets(
    first: str, second: str
) -> None:
    indicators = programme(TABLE.format(first=first, second=second)).indicators

    assert [each.baseline.number for each in indicators] == [1200, 31, 80]
    assert [each.target.number for each in indicators] == [2000, 9, 95]


def test_values_of_one_year_tell_no_target() -> None:
    table = TABLE.format(first="Baseline", second="Harbour")
    for year in ("2030", "2029", "2022"):
        table = table.replace(f"({year})", "(2023)")

    assert not any(each.target for each in programme(table).indicators)
