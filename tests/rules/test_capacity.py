"""Whether there are people to carry the programme out, and answers to what may stop it."""

import pytest

from plancheck.rules.capacity import capacity_and_risks
from plancheck.sdk import Unsure
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

HEAD = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"
STAFF = "Programmas projektus vada trīs projektu vadītāji, kurus katru\ngadu apmāca iepirkumos."
RISKS = COMPLETE[COMPLETE.index("| Risks | Varb") :]


def test_without_staff_the_risks_are_half_of_it() -> None:
    verdict = capacity_and_risks(programme(COMPLETE.replace(STAFF, "")))

    assert verdict.score == 2
    [finding] = verdict.findings
    assert finding.text.startswith("Nothing says with which staff and skills")


def test_without_risks_the_staff_is_half_of_it() -> None:
    verdict = capacity_and_risks(programme(COMPLETE.replace(RISKS, "")))

    assert verdict.score == 2
    [finding] = verdict.findings
    assert finding.text.startswith("Implementation risks listed with what is done")


def test_risks_without_an_owner_are_good_but_not_complete() -> None:
    text = COMPLETE.replace("| Par risku atbild |", "| Piezīmes |")

    verdict = capacity_and_risks(programme(text))

    assert verdict.score == 3


def test_risks_without_a_response_are_counted_and_quoted() -> None:
    text = COMPLETE.replace("| 10 % rezerve |", "| – |")
    text = text.replace("| Projektē gadu iepriekš |", "|  |")

    verdict = capacity_and_risks(programme(text))

    assert verdict.score == 2
    assert verdict.findings[0].text == "2 of 3 implementation risks have no response."
    assert len(verdict.findings[0].evidence) == 2


def test_columns_may_stand_in_another_order() -> None:
    text = HEAD + (
        "## Īstenošana\n\n" + STAFF + "\n\n"
        "| Atbildīgais | Riska mazināšanas pasākumi | Īstenošanas riski | Iespējamība |\n"
        "| --- | --- | --- | --- |\n"
        "| AN | rezerve | Cenu kāpums | augsta |\n"
        "| AN | gadu iepriekš | Kavēta projektēšana | zema |\n"
        "| AN | apmācības | Kadru mainība | zema |\n"
    )

    assert capacity_and_risks(programme(text)).score == 4


def test_risks_of_the_climate_are_none_of_the_implementation() -> None:
    text = COMPLETE.replace("Izmaksu kāpums", "Karstuma viļņi")
    text = text.replace("Projekts kavējas", "Plūdi")

    assert capacity_and_risks(programme(text)).score == 2


def test_risks_in_sentences_count_as_well() -> None:
    prose = (
        "Finanšu risku mazina rezerve budžetā. Kavēšanās risku mazina savlaicīga "
        "projektēšana. Projektu risku dēļ zemas prioritātes darbus pārceļ.\n"
    )

    verdict = capacity_and_risks(programme(COMPLETE.replace(RISKS, prose)))

    assert verdict.score == 3


def test_scarce_means_alone_score_one() -> None:
    verdict = capacity_and_risks(
        programme(HEAD + "Programmu īsteno ierobežotu resursu apstākļos.\n")
    )

    assert verdict.score == 1
    assert "only mentioned" in verdict.message.text()


def test_posts_of_the_police_are_no_capacity_to_implement() -> None:
    text = COMPLETE.replace(STAFF, "Policijā ir septiņas amata vietas.")

    assert capacity_and_risks(programme(text)).score == 2


def test_silence_is_an_absence() -> None:
    verdict = capacity_and_risks(programme(HEAD + "Novadā ir ceļi.\n"))

    assert verdict.score == 0
    assert verdict.absence is not None


def test_a_table_without_responses_lists_risks_all_the_same() -> None:
    text = COMPLETE.replace("| Rīcība | Par risku", "| Piezīmes | Par risku")

    verdict = capacity_and_risks(programme(text))

    assert verdict.score == 2
    assert verdict.findings[0].text == "3 of 3 implementation risks have no response."


def test_a_risk_table_goes_on_over_a_page() -> None:
    rows = RISKS.replace(
        "| Trūkst vadītāju",
        "\n| Risks | Varbūtība | Ietekme | Rīcība | Par risku atbild |\n"
        "| --- | --- | --- | --- | --- |\n| Trūkst vadītāju",
    )

    verdict = capacity_and_risks(programme(COMPLETE.replace(RISKS, rows)))

    assert verdict.score == 4
    assert str(verdict.message).endswith("with a response: 3 of 3.")


def test_a_row_of_numbers_below_the_labels_heads_no_column() -> None:
    labels = RISKS.partition("\n")[0]
    numbers = f"| {' | '.join(map(str, range(1, labels.count('|'))))} |"

    plain = capacity_and_risks(programme(COMPLETE))
    numbered = capacity_and_risks(
        programme(COMPLETE.replace(labels, f"{labels}\n{numbers}", 1))
    )

    assert str(numbered.message) == str(plain.message)
    assert numbered.score == plain.score


def test_a_risk_table_under_a_heading_on_climate_is_left_to_the_climate_rules() -> None:
    heading = "## 9. Klimata pārmaiņu riski\n\n"

    verdict = capacity_and_risks(
        programme(COMPLETE.replace("| Risks | Varb", heading + "| Risks | Varb"))
    )

    assert verdict.score == 2


def test_a_measure_that_trains_the_staff_tells_of_capacity() -> None:
    text = HEAD + (
        "## Rīcības plāns\n\n| Nr. | Pasākums | Atbildīgais | Termiņš |\n"
        "| --- | --- | --- | --- |\n"
        "| 1.1. | Apmācības visām pašvaldības institūcijām | Personāla nodaļa | 2024 |\n"
    )

    verdict = capacity_and_risks(programme(text))

    assert verdict.score == 2
    assert "Apmācības" in verdict.quotes[0].text


def test_risks_answered_in_a_list_are_as_good_as_a_table() -> None:
    listed = (
        "- sadārdzinājums – 10 % rezerve;\n- kavēšanās – dokumentus pasūta gadu iepriekš;\n"
        "- darbinieku maiņa: kopīgs vadītājs ar kaimiņiem.\n"
    )

    text = f"{HEAD}{STAFF}\n\n## Īstenošanas riski\n\n{listed}"

    assert capacity_and_risks(programme(text)).score == 3


def test_conditions_below_a_heading_on_risks_are_answers() -> None:
    said = (
        "Ja darbi kļūst dārgāki, tos atliek. Ja trūkst vadītāja, to piesaista no malas. "
        "Ja konkursu atceļ, izmanto otru avotu."
    )

    text = f"{HEAD}{STAFF}\n\n## Īstenošanas riski\n\n{said}\n"

    assert capacity_and_risks(programme(text)).score == 3


def test_answers_in_the_cells_of_barriers_are_responses() -> None:
    text = """\
# Development Programme of Lowerbrook Municipality 2022–2027

## Barriers

| Barriers | Opportunities |
| --- | --- |
| Slow. Possible solution: a joint desk. Dear. Possible solution: small lots. | Two firms |
| Votes may fail. Possible solution: yearly talks. | A young council |
"""

    verdict = capacity_and_risks(programme(text, language="en"))

    assert str(verdict.message).endswith(
        "implementation risks with a response: 3 of 3."
    )


def test_training_told_in_the_text_of_the_action_plan_is_capacity() -> None:
    text = (
        "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"
        "## Rīcības plāns\n\nVeikt ekspertu apmācību un darbinieku izglītošanu.\n"
    )

    verdict = capacity_and_risks(programme(text))

    assert verdict.score == 2
    [finding] = verdict.findings
    assert finding.text.startswith("Implementation risks listed")


def test_a_section_on_barriers_leaves_the_rule_unsure() -> None:
    told = "Owners of houses cannot pay for insulation, so the city helps them apply. "
    text = f"""# Climate contract of Alderton 2024–2030

## Systemic barriers

{told * 15}
"""

    with pytest.raises(Unsure, match="Systemic barriers"):
        capacity_and_risks(programme(text, language="en"))


def test_a_sentence_on_the_means_of_the_nation_is_no_mention() -> None:
    text = """# Climate contract of Alderton 2024–2030

The national strategy is on energy, raw materials, technology and human resources.
"""

    assert capacity_and_risks(programme(text, language="en")).score == 0


def test_a_risk_that_is_only_named_is_unsure_in_a_plan_without_tables() -> None:
    text = HEAD + "## Ieviešana\n\nĪstenošanas riski tiek apzināti katru gadu.\n"

    with pytest.raises(Unsure, match="no tables of measures"):
        capacity_and_risks(programme(text))


def test_items_below_a_plain_heading_on_what_may_go_wrong_are_risks() -> None:
    text = (
        HEAD + "## Kas var neizdoties\n\n"
        "- Cenas pārsniedz tāmi: katrā projektā ir rezerve.\n"
        "- Trūkst būvnieku: iepirkumu izsludina ziemā.\n"
        "- Kavējas fondu līgums: ņem īstermiņa aizņēmumu.\n"
    )

    verdict = capacity_and_risks(programme(text))

    assert verdict.score == 2
    assert "3 of 3" in str(verdict.message)


@pytest.mark.parametrize("bullet", ["– ", "• ", "3) "])
def test_risks_may_stand_in_a_list_whose_bullets_are_typed(bullet: str) -> None:
    risks = (
        "Būvnieku trūkums. Iepirkumus sludina rudenī; atbild Būvvalde.",
        "Kavējas fonda konkurss. Darbus daļa kārtās; atbild Attīstības daļa.",
        "Plūst zeme pie stacijas. Izpēti pasūta agrāk; atbild Ceļu daļa.",
    )
    listed = "\n\n".join(bullet.replace(" ", "\u00a0") + each for each in risks)
    text = f"{HEAD}## VI. Riski\n\n{listed}\n\n## Īstenošana\n\n{STAFF}\n"

    assert capacity_and_risks(programme(text)).score == 3


@pytest.mark.parametrize(
    "said",
    [
        "Projektus gatavo pieci.",
        "Projektu daļā strādā 4, Būvvaldē – 2 darbinieki.",
        "Projektu daļā strādā trīs cilvēki, kas vienlaikus spēj vadīt četrus projektus.",
    ],
)
def test_how_many_lead_the_projects_is_said(said: str) -> None:
    text = COMPLETE.replace(STAFF, said)

    assert capacity_and_risks(programme(text)).score == 4


def test_a_sentence_may_begin_with_the_risk_that_it_answers() -> None:
    risks = (
        "Dārgāki materiāli: tāmē ir 12 % rezerve, atbild Būvvalde. "
        "Tiesvedība par iepirkumu: dokumentus pārbauda jurists. "
        "Aiziet projekta vadītāja: viņu aizvieto nodaļas vietnieks."
    )
    text = f"{HEAD}## Īstenošanas riski\n\n{risks}\n\n## Īstenošana\n\n{STAFF}\n"

    assert capacity_and_risks(programme(text)).score == 3


def test_a_list_of_risks_behind_their_label_answers_none() -> None:
    listed = "## Īstenošanas riski\n\nGalvenie riski: cenas, kadri, iepirkumi, laiks.\n"
    text = COMPLETE.replace(RISKS, "") + "\n\n" + listed

    assert capacity_and_risks(programme(text)).score == 2


def test_what_is_done_if_this_or_that_happens_answers_risks_without_their_name() -> (
    None
):
    chain = (
        "Ja būvdarbi sadārdzinās par desmito daļu, tiltu būvē divās kārtās; ja uz konkursu "
        "nepiesakās neviens, darbu pērk no kaimiņiem; ja kavējas fonda nauda, ņem aizņēmumu."
    )
    text = COMPLETE.replace(RISKS, f"\n\n## Vadība\n\n{chain}\n")

    assert capacity_and_risks(programme(text)).passes


def test_two_conditions_are_no_list_of_risks() -> None:
    rules = (
        "Ja dome nolemj citādi, plānu maina; ja nav priekšlikumu, plāns paliek spēkā."
    )
    text = COMPLETE.replace(RISKS, f"\n\n## Vadība\n\n{rules}\n")

    assert capacity_and_risks(programme(text)).score == 2
