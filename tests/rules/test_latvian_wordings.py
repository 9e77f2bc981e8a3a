"""Ways in which Latvian programmes say what rules look for."""

import pytest

from plancheck.testing import programme

TITLE = "# Pakalnu novada attīstības programma 2022.–2028. gadam\n\n## Uzraudzība\n\n"


@pytest.mark.parametrize(
    ("concept", "sentence"),
    [
        ("yearly report", "Nodaļa līdz aprīlim sagatavo gada uzraudzības ziņojumu."),
        (
            "final evaluation",
            "Vidusposma izvērtējums ir 2025. gadā, noslēguma 2029. gadā.",
        ),
        ("plan update", "IP precizē līdz katra gada 1. martam kopā ar budžetu."),
        ("wanted change", "Iecerētais stāvoklis perioda beigās: visi ceļi ar segumu."),
        ("energy management", "Ēku skaitītājus attālināti nolasa katru stundu."),
        ("form meeting", "Notika zemnieku vakars un uzņēmēju tikšanās."),
        ("form event", "Maijā bija pastaiga gar krastu ar ģeologu."),
        ("proposals answered", "Uz katru ierosinājumu nosūtīta rakstiska atbilde."),
        (
            "no separate plan",
            "Atsevišķa klimata plāna pilsētai nav, to aizstāj šī sadaļa.",
        ),
        ("theme digital", "Izveidot pašapkalpošanās portālu ūdens skaitījumiem."),
        ("theme access", "Nometne bērniem ar invaliditāti."),
        ("data keeper", "Projektu agentūra uzrauga rādītājus."),
        ("form meeting", "Notika sešas apkaimju sanāksmes un pagastu vakara tikšanās."),
    ],
)
def test_a_wording_names_its_concept(concept: str, sentence: str) -> None:
    assert list(programme(TITLE + sentence).mentions(concept))


def test_an_evaluation_at_mid_term_alone_is_no_final_one() -> None:
    text = TITLE + "Vidusposma izvērtējums notiek 2025. gadā."

    assert not list(programme(text).mentions("final evaluation"))


def test_who_watches_over_projects_of_funds_keeps_no_data_of_the_programme() -> None:
    text = TITLE + "Valsts aģentūra pārrauga ES fondu projektus."

    assert not list(programme(text).mentions("data keeper"))
