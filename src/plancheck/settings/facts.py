"""Reads what the user tells about the municipality: a TOML file, or a table of the settings."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from plancheck.programme.facts import CLIMATE_INDICES, RISK_CLASSES, Facts
from plancheck.settings.checked_toml import CheckedTable, load_toml


def load_facts(path: Path) -> Facts:
    """The facts of a file.

    Raises:
        SettingsError: The file is no TOML, a key is unknown or a value has a wrong type.
    """
    return parse_facts(load_toml(path), str(path))


def parse_facts(data: Mapping[str, Any], where: str) -> Facts:
    """The facts of a TOML table; `where` names its file in errors."""
    table = CheckedTable(data, where, "fact")
    table.allow(
        "municipality", "region", "neighbours", "units", "revenue_eur", "climate_risk"
    )
    return Facts(
        municipality=table.text("municipality") or "",
        region=table.text("region") or "",
        neighbours=table.texts("neighbours") or (),
        units=table.texts("units") or (),
        revenue_eur=table.count("revenue_eur"),
        climate_risk=MappingProxyType(_classes(table)),
    )


def _classes(table: CheckedTable) -> dict[str, int]:
    """The class of each climate index that is given."""
    where = f"{table.where}, [climate_risk]"
    inner = CheckedTable(table.table("climate_risk"), where, "climate index")
    inner.allow(*CLIMATE_INDICES)
    classes = {}
    for index in inner.data:
        risk = inner.count(index)
        if risk not in RISK_CLASSES:
            raise inner.wrong_type(index, "a class from 1 to 3", risk)
        classes[index] = risk
    return classes
