"""The chain from goals to measures."""

import pytest

from plancheck.rules.strategy import unbroken_chain
from plancheck.sdk import NotApplicable, Unsure
from plancheck.testing import programme
from tests.rules.complete import COMPLETE
from tests.rules.test_territory import START


def test_a_direction_without_measures_is_named() -> None:
    text = COMPLETE.replace(
        "| VTP2 Klimatnoturīga vide | RV2.1 Lietusūdens un ēna |",
        "| VTP2 Klimatnoturīga vide | RV2.1 Lietusūdens un ēna |\n| ^^ | RV2.2 Meži |",
    )

    verdict = unbroken_chain(programme(text))

    texts = [finding.text for finding in verdict.findings]
    assert "Direction “RV2.2 Meži” has nothing below it." in texts
    assert (
        "Direction “RV2.2 Meži” of the strategic part is not in the action or "
        "investment plan."
    ) in texts


def test_a_priority_that_only_the_plans_know_is_named() -> None:
    text = COMPLETE.replace(
        "| Vidēja termiņa prioritāte VTP2 Klimatnoturīga vide |||||||",
        "| Vidēja termiņa prioritāte VTP8 Klimatnoturīga vide |||||||",
    )

    verdict = unbroken_chain(programme(text))

    assert verdict.score <= 3
    texts = [finding.text for finding in verdict.findings]
    assert (
        "Priority “VTP8 Klimatnoturīga vide” of the plans is not in the strategic part."
    ) in texts


def test_a_whole_level_that_hangs_in_the_air_is_one_finding() -> None:
    verdict = unbroken_chain(
        programme(
            """\
# Lejasupes novada attīstības programma 2022.–2027. gadam

## Stratēģiskā daļa

VTP1. Pieejami pakalpojumi

VTP2. Klimatnoturīga vide

## Rīcības plāns

| Nr. | Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- | --- |
| 9.1. | Pārbūvēt tiltu | Ceļu nodaļa | 2024 |
| 9.2. | Atvērt centru | Sociālais dienests | 2025 |
"""
        )
    )

    assert verdict.score == 0
    assert [finding.text for finding in verdict.findings] == [
        "None of the 2 items of the level “priority” has anything below it.",
        "None of the 2 items of the level “measure” belongs to anything above it.",
    ]


def test_codes_of_other_documents_are_no_objectives() -> None:
    context = """\
### 2.2. Saskaņotība ar augstāka līmeņa plānošanas dokumentiem

| Prioritāte | Novada prioritāte |
| --- | --- |
| VTP9 Reģiona prioritāte | VTP1 |

## 3. Rīcības plāns
"""

    verdict = unbroken_chain(
        programme(COMPLETE.replace("## 3. Rīcības plāns\n", context))
    )

    assert verdict.score == 4
    assert not verdict.findings


def test_without_codes_banner_rows_link_measures() -> None:
    verdict = unbroken_chain(
        programme(
            """\
# Lejasupes novada attīstības programma 2022.–2027. gadam

## Rīcības plāns

| Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- |
| Prioritāte: pieejami pakalpojumi |||
| Pārbūvēt tiltu | Ceļu nodaļa | 2024 |
| Atvērt centru | Sociālais dienests | 2025 |
"""
        )
    )

    assert verdict.score == 4


def test_without_codes_and_banners_nothing_is_linked() -> None:
    verdict = unbroken_chain(
        programme(
            """\
# Lejasupes novada attīstības programma 2022.–2027. gadam

## Rīcības plāns

| Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- |
| Pārbūvēt tiltu | Ceļu nodaļa | 2024 |
| Atvērt centru | Sociālais dienests | 2025 |
"""
        )
    )

    assert verdict.score == 0
    assert len(verdict.findings) == 1


def test_without_measures_there_is_nothing_to_judge() -> None:
    with pytest.raises(NotApplicable):
        unbroken_chain(programme("# Lejasupes novada attīstības programma\n"))


def test_a_table_without_banner_rows_is_one_finding() -> None:
    verdict = unbroken_chain(
        programme(
            """\
# Lejasupes novada attīstības programma 2022.–2027. gadam

## Rīcības plāns

| Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- |
| Prioritāte: pieejami pakalpojumi |||
| Pārbūvēt tiltu | Ceļu nodaļa | 2024 |

## Papildu rīcības plāns

| Pasākums | Atbildīgais | Termiņš | Piezīmes |
| --- | --- | --- | --- |
| Iestādīt parku | Ceļu nodaļa | 2024 | – |
| Atvērt centru | Sociālais dienests | 2025 | – |
"""
        )
    )

    [finding] = verdict.findings
    assert finding.text == (
        "None of the 2 measures of a table stands below a priority."
    )


def test_measures_without_codes_hang_loose_below_a_whole_strategy() -> None:
    verdict = unbroken_chain(
        programme(
            """\
# Lejasupes novada attīstības programma 2022.–2027. gadam

## Stratēģiskā daļa

| Vidēja termiņa prioritāte | Rīcības virziens |
| --- | --- |
| VTP1 Pieejami pakalpojumi | RV1.1 Ceļi |
| VTP2 Klimatnoturīga vide | RV2.1 Ēna |

## Rīcības plāns

| Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- |
| Pārbūvēt tiltu | Ceļu nodaļa | 2024 |
| Atvērt centru | Sociālais dienests | 2025 |
"""
        )
    )

    [finding] = verdict.findings
    assert verdict.score == 2
    assert finding.text == (
        "None of the 2 measures refers to a priority, direction or task of the "
        "strategic part."
    )


def test_measures_that_count_on_from_a_heading_stand_below_it() -> None:
    verdict = unbroken_chain(
        programme(
            """\
# Lejasupes novada attīstības programma 2022.–2027. gadam

## 4.1. Pasākumi siltumapgādē

Teksts.

## 5. Rīcības plāns

| Nr. | Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- | --- |
| 4.1.1. | Pārbūvēt katlumāju | Siltuma uzņēmums | 2024 |
| 4.1.2. | Nomainīt caurules | Siltuma uzņēmums | 2025 |
"""
        )
    )

    assert verdict.score == 3


_ROADMAP = """# Climate roadmap of Alderton 2024–2030

## {heading}

| No. | Measure | Timetable | Responsibility |
|---|---|---|---|
| 2.1.1 | Trams run until midnight | 2025 | Public transport |
| 2.1.2 | The depot is roofed with panels | 2026 | Public transport |
"""


@pytest.mark.parametrize(
    "heading",
    ["MEASURE PACKAGE 2.1.", "2.1 Trams", "Strategic objective 2. Clean transport"],
)
def test_a_numbered_heading_is_what_measures_without_codes_above_stand_below(
    heading: str,
) -> None:
    verdict = unbroken_chain(programme(_ROADMAP.format(heading=heading), language="en"))

    assert verdict.passes


def test_a_heading_without_a_number_is_no_objective() -> None:
    verdict = unbroken_chain(programme(_ROADMAP.format(heading="Trams"), language="en"))

    assert not verdict.passes


def test_actions_that_another_table_lists_by_their_codes_stand_below_its_field() -> (
    None
):
    text = """# Climate contract of Alderton 2024–2030

## Portfolio

| Field | What is done |
|---|---|
| Energy | green power (E-1), storage (E-2) |

## Actions

| Measure | Deadline | Responsible |
|---|---|---|
| Action E-1 Buying green power | 2026 | Property department |
| Action E - 2 Batteries in schools | 2027 | Property department |
"""

    verdict = unbroken_chain(programme(text, language="en"))

    assert verdict.passes


def table_under(heading: str, number: int) -> str:
    return (
        f"## {heading}\n\n| Pasākums | Atbildīgais | Termiņš |\n| --- | --- | --- |\n"
        f"| Pārbūvēt {number}. skolu | Izglītības nodaļa | 2025 |\n"
    )


def test_measures_that_only_chapters_order_are_left_to_who_wrote_them() -> None:
    chapters = ("Izglītība", "Satiksme", "Kultūra")
    tables = "\n".join(map(table_under, chapters, range(1, 4)))

    with pytest.raises(Unsure, match="3 headings"):
        unbroken_chain(programme(START + "# 3. Rīcības plāns\n\n" + tables))

    alone = unbroken_chain(
        programme(START + "# 3. Rīcības plāns\n\n" + table_under("Izglītība", 1))
    )
    assert not alone.passes


def test_measures_beside_needs_may_serve_them_as_others_serve_priorities() -> None:
    text = """\
# Development Programme of Lowerbrook Municipality 2022–2027

## Action plan

| Need | Action | Responsible |
| --- | --- | --- |
| Dry cellars | Dig a swale | Works |
| Cool rooms | Plant limes | Parks |
"""

    with pytest.raises(Unsure, match="stand beside needs"):
        unbroken_chain(programme(text, language="en"))


HEADED = (
    START
    + """\

## Rīcības plāns

### 2. 1. PRIORITĀTE. Zinoši ļaudis

#### RĪCĪBAS VIRZIENS 1.1. Skolas

##### 1.1.1. uzdevums. Skola tuvu mājām

| Nr. | Pasākums | Atbildīgais | Termiņš | Rezultāts |
| --- | --- | --- | --- | --- |
| 1.1.1.1. | Atjaunot sākumskolu Kalnos | Izglītības nodaļa | 2025 | 1 skola |
| 1.1.1.2. | Ieviest autobusu uz pulciņiem | Izglītības nodaļa | 2026 | 1 maršruts |

##### 1.1.2. uzdevums. Jauniešu darbs

| Nr. | Pasākums | Atbildīgais | Termiņš | Rezultāts |
| --- | --- | --- | --- | --- |
| 1.1.2.1. | Rīkot vasaras darbu | Jaunatnes centrs | 2025 | 40 vietas |
| 1.1.2.2. | Maksāt stipendijas | Jaunatnes centrs | 2026 | 12 studenti |
"""
)


def test_headings_over_the_tables_link_measures_up_to_the_priority() -> None:
    plan = programme(HEADED)

    parents = {each.code: each.parent_code for each in plan.objectives}

    assert parents["1.1.1.2"] == "1.1.1"
    assert parents["1.1.1"] == "1.1"
    assert parents["1.1"] == "1"
    assert {each.code: each.level for each in plan.objectives}["1"] == "priority"
    assert unbroken_chain(plan).passes


def test_a_measure_that_counts_on_from_another_task_is_not_linked_by_its_heading() -> (
    None
):
    verdict = unbroken_chain(programme(HEADED.replace("1.1.2.2.", "1.7.3.1.")))

    assert verdict.score < 4
    assert "1.7.3.1" in " ".join(each.text for each in verdict.findings)


def test_number_of_an_annex_is_over_no_measures() -> None:
    tables = "".join(
        f"""
## {name}

| What | Who | When |
| --- | --- | --- |
| {number}.1 Build {name} | Works team | 2026 |
| {number}.2 Mend {name} | Works team | 2027 |
"""
        for number, name in enumerate(("schools", "roads", "parks"), 1)
    )
    text = f"# Alder Town Development Plan 2024–2030\n{tables}\n## Appendix 1. Maps\n"

    with pytest.raises(Unsure, match="under 3 headings"):
        unbroken_chain(programme(text))
