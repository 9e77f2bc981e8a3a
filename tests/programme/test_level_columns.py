"""What letters of codes stand for, told by the column that lists them or by a sentence."""

from plancheck.testing import programme

START = """\
# Ezerleju novada attīstības programma 2024.–2030. gadam

## Stratēģiskā daļa

"""
TABLE = """\
| Prioritāte | Rīcības virziens | Uzdevums |
| --- | --- | --- |
| P1 Droša vide | R1.1 Ielas un tilti | U1.1.1 Apgaismot ceļu uz staciju |
| P1 Droša vide | R1.2 Ūdeņi | U1.2.1 Iztīrīt dīķi |
| P2 Veseli ļaudis | R2.1 Ārstniecība | U2.1.1 Atvērt doktorātu |
"""


def levels(markdown: str) -> dict[str, str]:
    return {each.code: each.level for each in programme(markdown).objectives}


def test_a_column_of_names_tells_what_its_letters_stand_for() -> None:
    found = levels(START + TABLE)

    assert (found["P1"], found["R1.1"], found["U1.1.1"]) == (
        "priority",
        "direction",
        "task",
    )


def test_codes_that_a_column_only_refers_to_tell_nothing() -> None:
    table = TABLE.replace(" Droša vide", "").replace(" Veseli ļaudis", "")

    assert levels(START + table).get("P1") != "priority"


def test_two_columns_that_disagree_tell_nothing() -> None:
    table = TABLE.replace("R1.", "P1.").replace("R2.", "P2.")

    assert levels(START + table).get("P1") != "priority"


def test_goals_counted_through_in_a_sentence_are_told() -> None:
    told = (
        "Novada stratēģiskie mērķi ir ZM1 Plaukstoša saimniecība, ZM2 Gudra skola un "
        "ZM3 Tīrs ezers. Ar R apzīmē rīcības virzienu; ar U – uzdevumu."
    )
    goals = [
        (each.code, each.name)
        for each in programme(START + told).objectives
        if each.level == "goal"
    ]

    assert goals == [
        ("ZM1", "Plaukstoša saimniecība"),
        ("ZM2", "Gudra skola"),
        ("ZM3", "Tīrs ezers"),
    ]


def test_directions_that_count_on_from_priorities_are_told_in_a_line() -> None:
    told = "Rīcības virzieni: RV1.1 Jauni darbi, RV2.1 Silti nami un RV2.2 Droši tilti."
    directions = [
        (each.code, each.name)
        for each in programme(START + told).objectives
        if each.level == "direction"
    ]

    assert directions == [
        ("RV1.1", "Jauni darbi"),
        ("RV2.1", "Silti nami"),
        ("RV2.2", "Droši tilti"),
    ]


def test_a_goal_may_begin_small_behind_a_colon() -> None:
    told = "Stratēģiskais mērķis SM1: noturēt skolas.\n\nMērķis SM2 dod vairāk darba.\n"
    [goal] = programme(START + told).objectives

    assert (goal.code, goal.level, goal.name) == ("SM1", "goal", "noturēt skolas")


def test_codes_that_a_sentence_picks_out_are_no_list() -> None:
    told = "Nākamajā gadā mērķi ZM2 Gudra skola un ZM5 Tīrs ezers tiek pārskatīti."

    assert programme(START + told).objectives == ()


def test_a_code_in_brackets_is_what_an_item_serves() -> None:
    told = "Stratēģiskie mērķi ir SM1 Bagāts lauks un SM2 Klusa upe.\n\n"
    table = TABLE.replace("vide", "vide (SM2)").replace("ļaudis", "ļaudis (SM1)")

    above = {
        each.code: each.parent_code
        for each in programme(START + told + table).objectives
        if each.level == "priority"
    }

    assert above == {"P1": "SM2", "P2": "SM1"}


def test_labels_of_many_tell_as_those_of_one_do() -> None:
    table = TABLE.replace("virziens", "virzieni").replace("Uzdevums", "Uzdevumi")

    assert levels(START + table)["R1.1"] == "direction"
