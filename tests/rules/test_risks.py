"""Which tables list risks of the implementation, and which only have a column of that name."""

import pytest

from plancheck.rules.risks import implementation_risks
from plancheck.testing import programme

TITLE = "# Ozolsalas novada attīstības programma 2025.–2031. gadam\n\n"


@pytest.mark.parametrize(
    "head",
    [
        "| Iespējas un risinājumi | Draudi un riski |",
        "| Iespējas | Riski |",
        "| Stiprās puses un rīcība | Riski un vājās puses |",
        "| Strengths and responses | Risks and threats |",
        "| Our opportunities (measures) | Main risks |",
    ],
)
def test_the_sides_of_a_swot_are_no_risks_with_responses(head: str) -> None:
    rows = (
        "\n| --- | --- |\n| Jauna osta | Aizbrauc jaunieši |\n| Dabas takas | Plūdi |\n"
    )
    start = (
        TITLE if "Ris" in head and "Main" not in head else "# Development programme\n\n"
    )

    assert implementation_risks(programme(start + head + rows)) == ()


@pytest.mark.parametrize(
    "head",
    [
        "| Riski | Iespējas risku mazināšanai |",
        "| Risks | Risinājumi |",
        "| Iespējamie riski | Kā mazina |",
    ],
)
def test_risks_beside_what_is_done_about_them_are_read(head: str) -> None:
    rows = (
        "\n| --- | --- |\n| Būvdarbu sadārdzinājums | Rezerve 10 % |\n"
        "| Trūkst inženieru | Stipendijas |\n"
    )

    found = implementation_risks(programme(TITLE + head + rows))

    assert [(risk.name, risk.response) for risk in found] == [
        ("Būvdarbu sadārdzinājums", "Rezerve 10 %"),
        ("Trūkst inženieru", "Stipendijas"),
    ]
