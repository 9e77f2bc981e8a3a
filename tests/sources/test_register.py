"""The register says which act held on which day, and what of it is sure."""

import datetime as dt

import pytest

from plancheck.sources.register import FOLDER, Act, Kind, read_register, register

ACTS = register().acts.values()


def test_every_act_has_its_name_in_both_languages() -> None:
    assert len(ACTS) > 20
    for act in ACTS:
        assert set(act.names) == {"lv", "en"}
        assert set(act.titles) <= {"lv", "en"}
        for clause in act.clauses.values():
            assert set(clause.names) == {"lv", "en"}


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.id)
def test_what_an_act_replaces_is_in_the_register_and_ends_before_it(act: Act) -> None:
    for old in act.replaces:
        assert act.since is not None
        assert register()[old].until == act.since - dt.timedelta(days=1)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.id)
def test_a_verified_clause_stands_in_a_verified_act(act: Act) -> None:
    verified = [each for each in act.clauses.values() if each.is_verified]

    assert not verified or act.confidence == "verified"


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.id)
def test_a_regulation_of_the_cabinet_is_told_by_number_and_year(act: Act) -> None:
    if act.id.startswith("MK "):
        assert act.since is not None
        assert act.kind is Kind.REGULATION
        assert act.id == f"MK {act.number}/{act.since.year}"


@pytest.mark.parametrize(
    ("day", "held"),
    [
        ("2022-02-24", "MK 970/2009"),
        ("2024-10-14", "MK 970/2009"),
        ("2024-10-15", "MK 639/2024"),
    ],
)
def test_the_act_of_a_day_is_found_from_any_of_a_line(day: str, held: str) -> None:
    acts = register()

    for id_ in ("MK 639/2024", "MK 970/2009"):
        found = acts.in_force(acts[id_], dt.date.fromisoformat(day))
        assert found is not None
        assert found.id == held


def test_nothing_held_before_the_first_of_a_line() -> None:
    acts = register()

    assert acts.in_force(acts["MK 284/2024"], dt.date(2022, 2, 24)) is None
    assert acts.in_force(acts["MK 970/2009"], dt.date(2001, 1, 1)) is None


def test_an_act_is_found_with_its_clause() -> None:
    found = register().find("TAPL 1(1)")

    assert found is not None
    act, clause = found
    assert act.id == "TAPL"
    assert clause is not None
    assert clause.is_verified
    assert register().find("MK 628/2014") is not None
    assert register().find("TAPL 99") is None
    assert register().find("1") is None


def test_every_file_says_when_it_was_checked() -> None:
    read = read_register([FOLDER / "eu.toml"])

    assert {act.checked for act in read.acts.values()} == {dt.date(2026, 11, 22)}
