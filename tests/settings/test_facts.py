"""Facts are read as the user wrote them; what is none is refused with a sentence."""

from pathlib import Path
from typing import Any

import pytest

from plancheck.settings import load_settings
from plancheck.settings.checked_toml import SettingsError
from plancheck.settings.facts import load_facts, parse_facts

FACTS = """\
municipality = "Lejasupes novads"
region = "Vidzeme"
neighbours = ["Kalnavas novads", "Ezermalas novads"]
units = ["Lejasupe", "Birzmalu pagasts"]
revenue_eur = 21400000
[climate_risk]
heat_waves = 2
cold_waves = 3
snow_depth = 3
heavy_precipitation = 1
"""


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "lejasupe.toml"
    path.write_text(FACTS, encoding="utf-8")

    facts = load_facts(path)

    assert facts.municipality == "Lejasupes novads"
    assert facts.region == "Vidzeme"
    assert facts.neighbours == ("Kalnavas novads", "Ezermalas novads")
    assert facts.units == ("Lejasupe", "Birzmalu pagasts")
    assert facts.revenue_eur == 21_400_000
    assert facts.climate_risk["cold_waves"] == 3


def test_what_is_given_is_told_by_the_names_of_the_file() -> None:
    facts = parse_facts({"units": ["Lejasupe"], "climate_risk": {"snow_depth": 2}}, "x")

    assert facts.given == {"units": ["Lejasupe"], "climate_risk": {"snow_depth": 2}}
    assert parse_facts({}, "x").given == {}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (
            {"neighbors": []},
            "x: there is no fact “neighbors”; did you mean “neighbours",
        ),
        (
            {"climate_risk": {"heat_wave": 1}},
            "x, [climate_risk]: there is no climate index “heat_wave”; did you mean",
        ),
        (
            {"climate_risk": {"heat_waves": 4}},
            "x, [climate_risk]: “heat_waves” must be a class from 1 to 3, not 4.",
        ),
        (
            {"revenue_eur": "21 400 000"},
            "x: “revenue_eur” must be a whole number without quotes, not '21 400 000'.",
        ),
        ({"revenue_eur": True}, "x: “revenue_eur” must be a whole number"),
        ({"revenue_eur": -1}, "x: “revenue_eur” must be a whole number"),
        ({"units": "Lejasupe"}, "x: “units” must be a list of texts in quotes"),
        ({"climate_risk": 3}, "x: “climate_risk” must be a table, not 3."),
    ],
)
def test_what_is_no_fact_is_refused(data: dict[str, Any], sentence: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse_facts(data, "x")

    assert str(caught.value).startswith(sentence)


def test_settings_name_their_file_or_hold_them(tmp_path: Path) -> None:
    (tmp_path / "lejasupe.toml").write_text(FACTS, encoding="utf-8")
    settings = tmp_path / "plancheck.toml"

    settings.write_text('facts = "lejasupe.toml"', encoding="utf-8")
    named = load_settings(settings).facts
    settings.write_text("[facts]\nrevenue_eur = 5", encoding="utf-8")
    held = load_settings(settings).facts

    assert named is not None
    assert named.region == "Vidzeme"
    assert held is not None
    assert held.revenue_eur == 5


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    settings = tmp_path / "plancheck.toml"
    settings.write_text('facts = "gone.toml"', encoding="utf-8")

    with pytest.raises(SettingsError, match=r"gone\.toml cannot be read: there is no"):
        load_settings(settings)
