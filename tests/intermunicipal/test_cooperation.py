"""Who plans with whom, and what two plan each alone."""

from plancheck.intermunicipal import cooperation
from plancheck.intermunicipal.cooperation import Relation
from tests.intermunicipal.region import judged, run, unread

ROAD = "Autoceļa P32 pārbūve | 2025"


def test_two_that_name_each_other_are_mutual() -> None:
    one = judged("Annas novads", "Maršruts | Bertas novads")
    two = judged("Bertas novads", "Maršruts | Annas novads", "Skola | Annas novads")

    [pair] = cooperation(run(one, two)).pairs

    assert pair.relation is Relation.MUTUAL
    assert [len(rows) for rows in pair.named] == [1, 2]
    assert cooperation(run(one, two)).counts["bertas.md", "annas.md"] == 2


def test_one_that_names_another_alone_is_one_sided() -> None:
    one = judged("Annas novads", "Maršruts | Bertas novads")
    two = judged("Bertas novads", "Maršruts | 2025")

    [pair] = cooperation(run(one, two)).pairs

    assert pair.relation is Relation.ONE_SIDED
    assert pair.named[0][0].text == "Maršruts | Bertas novads"
    assert str(pair.named[0][0].location) == "3. Rīcības plāns, table 1, row 2"


def test_two_that_have_nothing_to_do_with_each_other_are_no_pair() -> None:
    found = cooperation(run(judged("Annas novads", "A"), judged("Bertas novads", "B")))

    assert found.pairs == ()


def test_two_that_plan_on_one_road_without_a_word_are_found() -> None:
    one, two = judged("Annas novads", ROAD), judged("Bertas novads", ROAD)

    [pair] = cooperation(run(one, two)).pairs

    assert pair.relation is Relation.ALONE
    assert [each.name for each in pair.unspoken] == ["P32"]


def test_a_road_planned_together_is_shared_and_not_alone() -> None:
    one = judged("Annas novads", f"{ROAD} | Bertas novads")
    two = judged("Bertas novads", ROAD)

    [pair] = cooperation(run(one, two)).pairs

    assert [each.name for each in pair.shared] == ["P32"]
    assert pair.unspoken == ()


def test_two_that_cooperate_may_still_plan_another_road_each_alone() -> None:
    one = judged("Annas novads", "Skola | Bertas novads", ROAD)
    two = judged("Bertas novads", "Skola | Annas novads", ROAD)

    [pair] = cooperation(run(one, two)).pairs

    assert pair.relation is Relation.MUTUAL
    assert [each.name for each in pair.unspoken] == ["P32"]


def test_a_border_that_both_plan_up_to_is_shared() -> None:
    one = judged("Annas novads", "Ceļš līdz Bertas novada robežai | 2025")
    two = judged("Bertas novads", "Celiņš līdz robežai ar Annas novadu | 2026")
    inland = judged("Bertas novads", "Skola | Annas novads")

    [pair] = cooperation(run(one, two)).pairs
    assert [(each.thing.kind, each.name) for each in pair.shared] == [
        ("border", "Annas novads – Bertas novads")
    ]
    assert pair.unspoken == ()
    assert cooperation(run(one, inland)).pairs[0].shared == ()


def test_themes_of_a_mutual_pair_are_those_of_both() -> None:
    one = judged("Annas novads", "Skolēnu autobuss | Bertas novads")
    two = judged("Bertas novads", "Skolēnu ekskursijas | Annas novads")

    [pair] = cooperation(run(one, two)).pairs

    assert "sector education" in pair.themes
    assert "sector transport" not in pair.themes


def test_two_programmes_of_one_municipality_are_no_pair() -> None:
    one = judged("Annas novads", ROAD)

    assert cooperation(run(one, judged("Annas novads", ROAD))).pairs == ()


def test_a_programme_that_does_not_say_whose_it_is_is_named() -> None:
    found = cooperation(run(judged("Annas novads", ROAD), judged("", ROAD)))

    assert [each.path for each in found.unnamed] == ["x.md"]
    assert found.pairs == ()


def test_a_programme_without_a_report_is_left_out() -> None:
    found = cooperation(run(judged("Annas novads", ROAD), unread("torn.pdf")))

    assert [each.path for each in found.programmes] == ["annas.md"]
    assert found.unnamed == ()
