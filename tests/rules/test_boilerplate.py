"""Whether the climate text is the municipality's own."""

import pytest

from plancheck.rules.boilerplate import local_text
from plancheck.sdk import NotApplicable
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

START = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\nApstiprināta domē.\n\n"
GENERAL = (
    "Klimata pārmaiņas ietekmē vidi un cilvēku dzīvi arvien vairāk. Tāpēc svarīgi ir "
    "rīkoties atbildīgi, saudzēt dabu, taupīt resursus un domāt par nākamajām "
    "paaudzēm, jo sekas būs jūtamas ilgi un skars visas nozares un iedzīvotājus."
)
NATIONAL = (
    "Latvijas mērķis ir klimatneitralitāte līdz 2050. gadam. Nacionālais plāns paredz "
    "mazināt emisijas par 65 %. Eiropas Savienība to atbalsta."
)
LOCAL = (
    "2019. gada augustā stiprs lietus atnesa 62 mm nokrišņu, un Dzirnavu ielā applūda "
    "14 māju pagrabi."
)


def climate(*texts: str) -> str:
    """A programme whose climate section has these paragraphs."""
    return (
        START
        + "## Ievads\n\nTeksts.\n\n## Klimata pārmaiņas\n\n"
        + "\n\n".join(texts)
        + "\n"
    )


def test_general_words_are_boilerplate() -> None:
    verdict = local_text(programme(climate(GENERAL)))

    assert verdict.score == 1
    [finding] = verdict.findings
    assert "at most 0 own places or figures" in finding.text
    assert finding.evidence


def test_national_figures_are_not_own_ones() -> None:
    verdict = local_text(programme(climate(NATIONAL)))

    assert verdict.score == 1
    assert verdict.findings[1].text == (
        "3 of 3 sentences of the climate text speak only of the nation or the world."
    )


def test_figures_and_places_make_a_text_local() -> None:
    verdict = local_text(programme(climate(LOCAL)))

    assert verdict.score == 4
    assert verdict.findings == ()
    assert verdict.quotes[0].text == LOCAL


def test_one_local_sentence_among_general_ones_is_weak() -> None:
    filler = GENERAL.replace("ir rīkoties", "ir kopā rīkoties").replace(
        "Klimata", "Šīs"
    )
    other = GENERAL.replace("saudzēt", "mīlēt").replace("Klimata", "Tādas")
    one = "Dzirnavu ielā applūda pagrabi, un iedzīvotāji tos paši izsmēla."

    verdict = local_text(programme(climate(GENERAL, filler, other, one)))

    assert verdict.score == 1


def test_a_local_text_that_is_mostly_national_fails() -> None:
    verdict = local_text(programme(climate(NATIONAL, LOCAL)))

    assert verdict.score == 2
    assert "speak only of the nation" in verdict.findings[0].text


def test_the_name_of_the_municipality_alone_does_not_make_a_text_local() -> None:
    named = GENERAL.replace("vidi", "Lejasupes novada vidi")

    assert local_text(programme(climate(named))).score <= 2


def test_a_text_repeated_on_each_page_counts_once() -> None:
    header = "Lejasupes novada attīstības programma, 12 ha."

    verdict = local_text(programme(climate(GENERAL, *[header] * 20)))

    assert verdict.score <= 2


def test_years_are_no_figures() -> None:
    text = GENERAL.replace("arvien vairāk", "no 2019. līdz 2027. gadam")

    assert local_text(programme(climate(text))).score == 1


def test_the_most_local_part_of_a_long_text_decides() -> None:
    long = [f"{number} veids. {GENERAL} Tas ir {number} veids." for number in "abcdef"]
    tail = " ".join(LOCAL.replace("14", str(each)) for each in range(30, 60))

    assert local_text(programme(climate(*long, tail))).score == 4


def test_cells_of_numbers_are_figures() -> None:
    table = (
        "| Gads | Dienas virs 30 °C |\n| --- | --- |\n| Pirmais | 4 |\n| Otrais | 9 |"
    )

    assert local_text(programme(climate(table))).score == 4


@pytest.mark.parametrize("text", [START, climate("")])
def test_without_a_climate_text_the_rule_does_not_apply(text: str) -> None:
    with pytest.raises(NotApplicable):
        local_text(programme(text))


def test_the_complete_programme_writes_of_itself() -> None:
    assert local_text(programme(COMPLETE)).score == 4


def test_one_local_sentence_does_not_make_a_short_text_local() -> None:
    general = (
        "Klimata pārmaiņas ir izaicinājums. Svarīgi veicināt izpratni. Nepieciešama "
        "visu pušu sadarbība. Jāsekmē zaļā infrastruktūra. Klimata pārmaiņas ietekmē "
        "veselību un lauksaimniecību. Tās izraisa plūdus un vētras. Jāmazina emisijas. "
    )
    own = "2017. gada 28. augustā nolija 71 mm, un applūda 34 pagrabi."

    verdict = local_text(programme(climate(general + own)))

    assert verdict.score == 2
    assert "could stand in any programme" in verdict.findings[0].text
