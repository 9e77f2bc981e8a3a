"""What is told of participation in the drafting: forms, days, channels, numbers."""

import pytest

from plancheck.rules.participation import participation_report, variety
from plancheck.sdk import NotApplicable
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

HEAD = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"
REPORT = HEAD + "## Sabiedrības līdzdalība\n\n"
CONSULTED = "Publiskā apspriešana notika no 2021. gada 4.\nnovembra līdz 13. decembrim."


def test_what_the_report_does_not_say_is_a_finding_each() -> None:
    text = COMPLETE.replace(CONSULTED, "")
    text = text.replace(
        "Paziņojumi\nbija pašvaldības tīmekļvietnē un laikrakstā.", "Bija paziņots."
    )

    verdict = participation_report(programme(text))

    assert verdict.score == 2
    assert [finding.text for finding in verdict.findings] == [
        "The report on participation does not say how people were told of it.",
        (
            "The report on participation does not say from which day to which the public "
            "consultation lasted."
        ),
    ]


def test_a_short_consultation_scores_at_most_two() -> None:
    text = COMPLETE.replace("līdz 13. decembrim", "līdz 17. novembrim")

    verdict = participation_report(programme(text))

    assert verdict.score == 2
    assert verdict.findings[0].text == (
        "The public consultation lasted 14 days, from 2021-11-04 to 2021-11-17; four "
        "weeks (28 days) are usual."
    )
    assert participation_report(programme(text), days=0).score == 4


def test_both_names_of_the_consultation_are_known() -> None:
    text = COMPLETE.replace("Publiskā apspriešana", "Sabiedriskā apspriešana")

    assert participation_report(programme(text)).score == 4


def test_the_longest_of_several_consultations_counts() -> None:
    text = COMPLETE.replace(
        CONSULTED,
        CONSULTED
        + " Otrā publiskā apspriešana notika no 2022. gada 3. līdz 10. janvārim.",
    )

    assert participation_report(programme(text)).score == 4


def test_a_table_of_forms_is_read_by_its_rows() -> None:
    text = REPORT + (
        "| Forma | Laiks | Dalībnieku skaits |\n| --- | --- | --- |\n"
        "| Iedzīvotāju aptauja | 01.09.–30.09.2021. | 312 |\n\n"
        "Par to ziņoja novada laikrakstā. Sabiedriskā apspriešana notika no "
        "01.11.2021. līdz 10.12.2021.\n"
    )

    assert participation_report(programme(text)).score == 4


def test_a_consultation_without_days_is_only_mentioned() -> None:
    verdict = participation_report(programme(REPORT + "Notika publiskā apspriešana.\n"))

    assert verdict.score == 1
    assert "only mentioned" in verdict.message.text()


def test_silence_on_participation_is_an_absence() -> None:
    verdict = participation_report(programme(HEAD + "Novadā ir ceļi.\n"))

    assert verdict.score == 0
    assert verdict.absence is not None


def test_a_survey_of_the_current_situation_is_no_participation_report() -> None:
    verdict = participation_report(
        programme(HEAD + "Uzņēmumu anketas rāda, ka trūkst telpu.\n")
    )

    assert verdict.score <= 1


def test_one_form_is_no_variety() -> None:
    text = REPORT + "2021. gada rudenī notika aptauja, to aizpildīja 312 iedzīvotāji.\n"

    verdict = variety(programme(text))

    assert verdict.score == 1
    assert [finding.text for finding in verdict.findings] == [
        (
            "Different forms of participation that the programme tells of: 1; 3 reach more "
            "people."
        ),
        "Forms for which the programme says how many took part: 1; 2 are the least.",
        "No form let people meet face to face.",
        "No form let people take part online.",
    ]


def test_without_anything_online_variety_is_partial() -> None:
    text = COMPLETE.replace("Aptauja tiešsaistē notika", "Aptauja notika")
    text = text.replace("interaktīvajā kartē ir 57 atzīmes", "darbnīcā bija 57 cilvēki")

    verdict = variety(programme(text))

    assert verdict.score == 2
    [finding] = verdict.findings
    assert finding.text == "No form let people take part online."


def test_a_group_of_officials_is_no_form_of_participation() -> None:
    text = REPORT + "Izveidota darba grupa, kurā strādāja pašvaldības speciālisti.\n"

    assert variety(programme(text)).score == 0


def test_forms_that_were_not_held_do_not_count() -> None:
    text = REPORT + "Netika rīkota aptauja un nenotika neviena darbnīca.\n"

    assert variety(programme(text)).score == 0


def test_forms_are_not_asked_for_where_no_report_tells_of_participation() -> None:
    with pytest.raises(NotApplicable):
        variety(programme(REPORT.partition("\n## ")[0]))


def test_three_forms_with_two_numbers_are_good() -> None:
    text = REPORT + (
        "Tiešsaistes aptauju aizpildīja 312 iedzīvotāji. Pagastu kopsapulcēs "
        "piedalījās 84 iedzīvotāji. Ar jauniešiem bija darbnīca.\n"
    )

    assert variety(programme(text)).score == 3


def test_an_english_report_is_read_as_well() -> None:
    text = """\
# Development Programme of Lowerbrook Municipality 2022–2027

## Public participation

An online survey with 400 answers ran from 1 to 30 September 2021. Three public
meetings had 85 participants, and a workshop was held with young people. All was
announced in the newspaper. The public consultation lasted from 1 November to
10 December 2021.
"""

    assert participation_report(programme(text, language="en")).score == 4
    assert variety(programme(text, language="en")).score == 3


def test_a_form_told_in_the_introduction_is_not_only_a_mention() -> None:
    text = HEAD + (
        "## Ievads\n\nPlāna izstrādes laikā tika rīkots hakatons iedzīvotājiem.\n\n"
        "## Sabiedrības līdzdalība\n\nIedzīvotāju iesaiste ir svarīga.\n"
    )

    verdict = participation_report(programme(text))

    assert verdict.score == 1
    assert verdict.findings[0].text.startswith("A form of participation is told of")


def test_what_follows_a_sentence_on_participation_tells_of_its_forms() -> None:
    text = """\
# Development Programme of Lowerbrook Municipality 2022–2027

## How we live

The council gathered community input before it wrote this programme.

Questionnaires went to households by post and by e-mail, and 212 residents answered.

An open house was held in the old mill.

| Year | Residents |
| --- | --- |
| 2021 | 4200 |
"""

    verdict = variety(programme(text, language="en"))

    found = [finding.text for finding in verdict.findings]
    assert "No form let people take part online." not in found
    assert str(verdict.message).startswith("Forms of participation: 2 (")


def test_a_form_far_from_any_word_of_participation_is_none() -> None:
    others = (
        "The mill is old.",
        "Roads need repair.",
        "Two schools closed.",
        "Jobs fell.",
    )
    filler = "".join(f"{each}\n\n" for each in others)
    text = (
        "# Development Programme of Lowerbrook Municipality 2022–2027\n\n## Present\n\n"
        "The council gathered community input.\n\n"
        + filler
        + "A questionnaire of shops counted 12 jobs.\n"
    )

    with pytest.raises(NotApplicable):
        variety(programme(text, language="en"))


def test_a_sample_size_is_a_number_of_participants() -> None:
    text = """\
# Development Programme of Lowerbrook Municipality 2022–2027

## Public participation

An online survey (n = 318) ran in May 2021. A workshop was held.
"""

    verdict = variety(programme(text, language="en"))

    assert "with the number of participants: 1." in str(verdict.message)


def test_a_report_in_an_annex_counts_beside_what_the_body_says() -> None:
    text = """\
# Development Programme of Lowerbrook Municipality 2022–2027

## Community engagement

Later we shall engage with schools.

# Annex 3. Participatory process

An online survey with 400 answers ran from 1 to 30 September 2021. Three public
meetings had 85 participants. All was announced in the newspaper.
"""

    assert participation_report(programme(text, language="en")).score == 3


def test_a_day_without_its_year_says_when_that_was() -> None:
    text = """# Comprehensive plan of Lowerbrook 2024

## Community engagement

An open house was held on January 23rd at the community centre with 40 residents.
An online survey was announced in the newspaper and gathered 205 responses.
"""

    verdict = participation_report(programme(text, language="en"))

    assert not any("when that was" in each.text for each in verdict.findings)


@pytest.mark.parametrize(
    ("task", "told"),
    [
        ("Līdz 2026. gadam izveidot interaktīvu karti par tūrisma takām.", False),
        ("Iedzīvotāji interaktīvā kartē atzīmēja 214 vietas.", True),
    ],
)
def test_a_map_that_is_to_be_made_is_no_form_of_participation(
    task: str, *, told: bool
) -> None:
    asked = (
        f"{REPORT}Iedzīvotāji tika aptaujāti tiešsaistē, piedalījās 310.\n\n{task}\n"
    )

    verdict = variety(programme(asked))

    assert ("digitāla karte" in verdict.message.text()) is told
