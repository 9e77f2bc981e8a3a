"""Waivers in a file of settings: who accepts which findings, why, and until when."""

from collections.abc import Mapping
from typing import Any

from plancheck.model.message import Message
from plancheck.model.waiver import Waiver, WaiverRequest
from plancheck.settings.checked_toml import CheckedTable, SettingsError

_REQUIRED = ("rule", "reason", "author", "until")


def waivers_in(table: CheckedTable) -> tuple[WaiverRequest, ...] | None:
    """The waivers of the tables `[[waiver]]`; None where there are none.

    Raises:
        SettingsError: One lacks its rule, reason, author or end, or has a wrong key.
    """
    entries = table.tables("waiver")
    return tuple(
        _request(entry, number, table.where)
        for number, entry in enumerate(entries, start=1)
    ) or (None if "waiver" not in table.data else ())


def _request(entry: Mapping[str, Any], number: int, origin: str) -> WaiverRequest:
    table = CheckedTable(entry, f"{origin}, [[waiver]] {number}")
    table.allow(*_REQUIRED, "section", "finding")
    table.require(*_REQUIRED)
    for key in (*_REQUIRED[:3], "section", "finding"):
        text = table.text(key)
        if text is not None and not text.strip():
            raise SettingsError(
                "{where}: “{key}” is empty.", where=table.where, key=key
            )
    waiver = Waiver(
        code=table.text("rule") or "",
        reason=Message(table.text("reason") or ""),
        author=table.text("author") or "",
        until=table.date("until"),
        origin=origin,
    )
    return WaiverRequest(waiver, table.text("section"), table.text("finding"))
