"""Waivers in settings have a reason, an author and an end, or are refused."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from plancheck.model.message import Message
from plancheck.model.waiver import Waiver, WaiverRequest
from plancheck.settings import Settings, load_settings, parse_settings
from plancheck.settings.checked_toml import SettingsError

WHOLE: dict[str, Any] = {
    "rule": "MO02",
    "reason": "Dati būs 2027. gadā.",
    "author": "A. Bērziņa",
    "until": dt.date(2027, 3, 1),
}


def parse(**entry: object) -> Settings:
    return parse_settings({"waiver": [WHOLE, entry]}, "plancheck.toml")


def test_a_waiver_is_read_with_all_that_it_says(tmp_path: Path) -> None:
    file = tmp_path / "plancheck.toml"
    file.write_text(
        '[[waiver]]\nrule = "MO02"\nreason = "Dati būs 2027. gadā."\n'
        'author = "A. Bērziņa"\nuntil = 2027-03-01\nsection = "5. Uzraudzība"\n',
        encoding="utf-8",
    )
    waiver = Waiver(
        "MO02",
        Message("Dati būs 2027. gadā."),
        "A. Bērziņa",
        dt.date(2027, 3, 1),
        str(file),
    )

    assert load_settings(file).waivers == (
        WaiverRequest(waiver, section="5. Uzraudzība"),
    )


@pytest.mark.parametrize("key", ["rule", "reason", "author", "until"])
def test_what_a_waiver_lacks_is_named(key: str) -> None:
    entry = {name: value for name, value in WHOLE.items() if name != key}

    with pytest.raises(SettingsError, match=rf"\[\[waiver\]\] 2 lacks “{key}”"):
        parse(**entry)


@pytest.mark.parametrize("key", ["rule", "reason", "author", "section", "finding"])
def test_a_blank_is_no_text(key: str) -> None:
    with pytest.raises(SettingsError, match=f"“{key}” is empty"):
        parse(**WHOLE | {key: " "})


@pytest.mark.parametrize(
    "until", ["2027-03-01", dt.datetime(2027, 3, 1, tzinfo=dt.UTC)]
)
def test_an_end_is_a_date(until: object) -> None:
    with pytest.raises(SettingsError, match="must be a date such as"):
        parse(**WHOLE | {"until": until})


def test_an_unknown_key_names_the_nearest() -> None:
    with pytest.raises(SettingsError, match="did you mean “section”"):
        parse(**WHOLE, secton="5.")


def test_without_waivers_there_are_none() -> None:
    assert parse_settings({}, "plancheck.toml").waivers is None
