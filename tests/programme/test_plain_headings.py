"""Parts whose headings say in plain words what they hold."""

import pytest

from plancheck.testing import programme

START = (
    "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"
    "Domes lēmums Nr. 41.\n\nLejasupe, 2022\n\n## Vārdu skaidrojums\n\nNav.\n\n"
)


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Vispirms par mums", "current situation"),
        ("Kā programmu rakstījām", "participation report"),
        ("Jūra un klimats", "climate"),
        ("Kas seko līdzi", "monitoring procedure"),
        ("XII. Uzraudzība", "monitoring procedure"),
        ("IV. 2. Vide un klimats", "climate"),
        ("Klimata izaicinājumi", "climate"),
        ("Iedzīvotāju iesaiste plāna izstrādē", "participation report"),
        ("Kā šī programma radās", "participation report"),
    ],
)
def test_a_plain_heading_names_a_part(heading: str, part: str) -> None:
    text = "Klimata pārmaiņu dēļ krasts katru gadu atkāpjas par 1,1 metru. " * 3
    found = programme(f"{START}## {heading}\n\n{text}\n").part(part)

    assert found is not None
    assert found.sections[0].title == heading


def test_who_leads_comes_before_who_keeps_watch() -> None:
    text = "Programmas padome sanāk divreiz gadā un koordinē īstenošanu. " * 3
    found = programme(f"{START}## Kas vada un kas seko līdzi\n\n{text}\n")

    assert found.part("coordination") is not None
