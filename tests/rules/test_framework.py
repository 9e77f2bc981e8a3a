"""Document structure: what the strategic part sets."""

from plancheck.rules.framework import strategic_part
from plancheck.sdk import Absence
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

TITLE = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"
GOAL = "Stratēģiskais mērķis: pakalpojumi ir pieejami katrā pagastā."
VISION = """Vīzija: 2040. gadā Lejasupes novads ir vieta, kur ģimene skolu, ārstu un darbu sasniedz
pusstundā."""


def test_a_missing_vision_is_one_finding_with_what_was_sought() -> None:
    verdict = strategic_part(programme(COMPLETE.replace(VISION, "")))

    assert verdict.score == 2
    [finding] = verdict.findings
    assert finding.text == (
        "Not found in the strategic part: a vision, or a reference to that of the "
        "strategy."
    )
    [absence] = finding.evidence
    assert isinstance(absence, Absence)
    assert "vīzij…" in absence.terms


def test_the_vision_of_the_long_term_strategy_is_a_vision() -> None:
    reference = "Programma īsteno ilgtspējīgas attīstības stratēģijas vīziju."

    assert strategic_part(programme(COMPLETE.replace(VISION, reference))).score == 4


def test_a_vision_that_is_only_promised_is_none() -> None:
    promise = "Vīzija tiks izstrādāta vēlāk."

    assert strategic_part(programme(COMPLETE.replace(VISION, promise))).score == 2


def test_a_sentence_that_speaks_of_goals_sets_none() -> None:
    talk = "Stratēģiskos mērķus pārrunāja darba grupās."

    verdict = strategic_part(programme(COMPLETE.replace(GOAL, talk)))

    [finding] = verdict.findings
    assert finding.text == "Not found in the strategic part: a strategic goal."
    [absence] = finding.evidence
    assert isinstance(absence, Absence)
    assert absence.nearest is not None
    assert absence.nearest.text == talk


def test_a_line_that_opens_a_list_sets_what_it_names() -> None:
    text = "# About us\n\nThe objectives of the town are to:\n\n- mend the quays.\n"

    verdict = strategic_part(programme(text))

    assert "strategic goal" not in " ".join(each.text for each in verdict.findings)


def test_a_heading_with_nothing_below_it_sets_nothing() -> None:
    empty = "### Stratēģiskie mērķi\n\n### Citi līmeņi\n"

    assert strategic_part(programme(COMPLETE.replace(GOAL, empty))).score == 2


def test_a_column_of_goals_sets_them_under_any_heading() -> None:
    table = (
        "| Stratēģiskais mērķis | Rādītājs |\n| --- | --- |\n| Pieejamība | 12 min |\n"
    )
    text = COMPLETE.replace(GOAL, table).replace(
        "## 2. Stratēģiskā daļa", "## 2. Kurp ejam"
    )

    assert strategic_part(programme(text)).score >= 3


def test_priorities_set_by_headings_need_no_part_of_that_name() -> None:
    text = f"""{TITLE}\
## Kurp ejam

{VISION}

{GOAL}

### VTP1. Pieejami pakalpojumi

Vispirms skola un ārsts.

#### RV1.1. Ceļi

Ceļi uz skolām.
"""

    assert strategic_part(programme(text)).score >= 3


def test_priorities_without_a_word_on_them_are_only_listed() -> None:
    text = f"{TITLE}## Stratēģiskā daļa\n\n{VISION}\n\n{GOAL}\n\nVTP1. Ceļi\n\nRV1.1. Tilti\n"

    verdict = strategic_part(programme(text))

    assert verdict.score == 3
    [finding] = verdict.findings
    assert "only listed, without a reason" in finding.text


def test_fewer_can_be_asked_for() -> None:
    text = COMPLETE.replace(VISION, "")

    assert strategic_part(programme(text), needed=3).score == 3


def test_nothing_set_in_no_part_is_an_absence() -> None:
    verdict = strategic_part(programme(f"{TITLE}## Ievads\n\nSveiciens.\n"))

    assert verdict.score == 0
    assert verdict.absence is not None


def test_priorities_that_a_figure_shows_are_not_missing() -> None:
    text = TITLE + (
        "## Stratēģiskā daļa\n\n" + VISION + "\n\n" + GOAL + "\n\n"
        "Četras prioritātes ir parādītas 3. attēlā.\n\n"
        "Pasākumi ir vērsti uz piecām fokusa grupām (skat. 4. attēlu).\n"
    )

    assert strategic_part(programme(text)).findings == ()


def test_a_heading_below_which_the_vision_is_denied_sets_none() -> None:
    text = "# Programma\n\n## Stratēģiskā daļa\n\n### Vīzija\n\nVīzija nav noteikta.\n"

    findings = [finding.text for finding in strategic_part(programme(text)).findings]

    assert any("a vision" in text for text in findings)


def test_the_column_that_the_plan_is_ordered_by_sets_the_directions() -> None:
    text = """\
# Development Programme of Lowerbrook Municipality 2022–2027

## Action plan

| Strategy | Action | Responsible |
| --- | --- | --- |
| Safe streets | Light the weir | Works |
"""

    verdict = strategic_part(programme(text, language="en"))

    assert "an action direction" not in " ".join(each.text for each in verdict.findings)
