"""What was decided on each proposal, and why."""

from plancheck.rules.feedback import feedback
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

HEAD = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"
REPORT = HEAD + "## Sabiedrības līdzdalība\n\n"


def test_a_decision_without_a_reason_is_quoted_at_its_row() -> None:
    text = COMPLETE.replace("Noraidīts: nav līdzekļu uzturēšanai", "Noraidīts")

    verdict = feedback(programme(text))

    assert verdict.score == 2
    [finding] = verdict.findings
    assert finding.text == (
        "The proposal “Būvēt peldbaseinu” has no decision with its reason."
    )


def test_a_reason_may_stand_in_a_column_of_its_own() -> None:
    text = REPORT + (
        "| Priekšlikums | Lēmums | Pamatojums |\n| --- | --- | --- |\n"
        "| Būvēt peldbaseinu | Noraidīts | dārga uzturēšana |\n"
    )

    assert feedback(programme(text)).score == 4


def test_who_made_a_proposal_is_not_quoted() -> None:
    text = REPORT + (
        "| Iesniedzējs | Priekšlikums | Atbilde |\n| --- | --- | --- |\n"
        "| Jānis Bērziņš | Būvēt peldbaseinu | Noraidīts: nav līdzekļu uzturēšanai |\n"
        "| Anna Liepa | Apgaismot ielu | Noraidīts |\n"
    )

    verdict = feedback(programme(text))

    quoted = [*verdict.quotes, *(each.evidence[0] for each in verdict.findings)]
    assert len(quoted) == 2
    assert not any("Bērziņš" in str(each) or "Liepa" in str(each) for each in quoted)


def test_decisions_without_any_reason_are_one_finding() -> None:
    text = REPORT + (
        "| Priekšlikums | Lēmums |\n| --- | --- |\n| Būvēt baseinu | Noraidīts |\n"
        "| Apgaismot ielu | Daļēji ņemts vērā |\n"
    )

    verdict = feedback(programme(text))

    assert verdict.score == 0
    [finding] = verdict.findings
    assert finding.text == "None of the 2 proposals has a decision with its reason."


def test_that_there_were_no_proposals_is_a_whole_answer() -> None:
    text = REPORT + "Publiskās apspriešanas laikā priekšlikumi netika saņemti.\n"

    verdict = feedback(programme(text))

    assert verdict.score == 4
    assert verdict.quotes[0].text.endswith("netika saņemti.")


def test_numbers_alone_are_partial() -> None:
    text = REPORT + "No 62 priekšlikumiem ņemti vērā 45, noraidīti 17.\n"

    assert feedback(programme(text)).score == 2


def test_that_proposals_were_evaluated_is_a_mention() -> None:
    verdict = feedback(programme(REPORT + "Visi priekšlikumi tika izvērtēti.\n"))

    assert verdict.score == 1
    assert "Proposals are mentioned" in verdict.message.text()


def test_proposals_on_other_matters_are_no_feedback() -> None:
    verdict = feedback(
        programme(HEAD + "Nodaļa iesniedz priekšlikumus budžeta grozījumiem.\n")
    )

    assert verdict.score == 0
    assert verdict.absence is not None


def test_that_neither_proposals_nor_objections_came_is_an_answer() -> None:
    text = HEAD + "Priekšlikumi un iebildumi netika iesniegti.\n"

    assert feedback(programme(text)).score == 4


def test_ideas_taken_up_are_a_mention_without_what_was_decided_on_each() -> None:
    text = HEAD + (
        "## Ievads\n\nProgrammas izstrādes laikā notika darbnīcas.\n\n"
        "Tajās sniegtās idejas ir iekļautas programmā.\n"
    )

    verdict = feedback(programme(text))

    assert verdict.score == 1
    assert verdict.findings[0].text.startswith("Proposals are mentioned, but not what")


def test_where_the_programme_takes_a_proposal_up_hides_no_reason() -> None:
    text = REPORT + (
        "| Priekšlikums | Vieta Programmā | Lēmums | Pamatojums |\n"
        "| --- | --- | --- | --- |\n"
        "| Būvēt peldbaseinu | – | Noraidīts | dārga uzturēšana |\n"
    )

    assert feedback(programme(text)).score == 4


def test_numbers_with_the_word_that_each_was_answered_are_enough() -> None:
    verdict = feedback(
        programme(
            """
# Development programme of Otterbury Municipality 2022–2027

# Public participation

In January 2022 the draft was on display, and 143 comments were received. 89 were
accepted, 21 partly and 33 refused with a reason; the table of comments is published.
"""
        )
    )

    assert verdict.score == 3


def test_what_stands_before_the_answers_is_what_was_proposed() -> None:
    text = REPORT + (
        "| Kas rakstīja | Par ko | Mūsu atbilde |\n| --- | --- | --- |\n"
        "| Ceļmalas iedzīvotāji | gājēju pāreja | Ņemts vērā, skat. pasākumu 3.2 |\n"
        "| SIA „Lauva” | zemāka nomas maksa | Noraidīts, jo maksu nosaka likums |\n"
        "| Skolas padome | sporta laukums | Daļēji ņemts vērā: vispirms projekts |\n"
    )

    verdict = feedback(programme(text))

    assert verdict.score == 4
    assert verdict.message.text() == "3 of 3 proposals have a decision with its reason."


def test_a_table_of_what_was_done_answers_no_proposals() -> None:
    text = REPORT + (
        "| Gads | Darbs | Stāvoklis |\n| --- | --- | --- |\n"
        "| 2021 | tilts | pabeigts |\n| 2022 | skola | turpinās |\n"
        "| 2023 | parks | atlikts |\n"
    )

    assert feedback(programme(text)).score == 0
