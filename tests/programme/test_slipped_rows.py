"""Rows whose cells slipped to the left are read by the columns that they belong to."""

import pytest

from plancheck.testing import programme

TABLE = """\
# Lejasupes novada attīstības programma 2022.–2027. gadam

## Uzraudzība

| Rezultāts | Nr. | Rādītājs | Bāzes vērtība | Mērķa vērtība | Mērvienība | Atbildīgais |
| --- | --- | --- | --- | --- | --- | --- |
| Tīra vide | 35 | Siltuma patēriņš ēkās | 7 | 5 | MWh | ĪN |
{row}
"""


def read(row: str) -> tuple[str, ...]:
    indicator = programme(TABLE.replace("{row}", row)).indicators[-1]
    return (
        indicator.code,
        indicator.name,
        indicator.baseline.text,
        indicator.target.text,
        indicator.unit.text,
    )


@pytest.mark.parametrize(
    "row",
    [
        "|  | 36 | Ūdens zudumi tīklā | 9 | 4 | % | |",
        "| 36 | Ūdens zudumi tīklā | 9 | 4 | % | | |",
    ],
)
def test_a_row_reads_alike_where_it_slipped(row: str) -> None:
    assert read(row) == ("36", "Ūdens zudumi tīklā", "9", "4", "%")


def test_a_row_without_its_last_cell_has_not_slipped() -> None:
    row = "| Tīra vide | 36 | Ūdens zudumi tīklā 2021 | 9 | 4 | % | |"

    assert read(row)[1:3] == ("Ūdens zudumi tīklā 2021", "9")
