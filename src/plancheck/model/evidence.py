"""The two kinds of evidence: what was found, and what was sought in vain."""

from dataclasses import dataclass

from plancheck.model.location import Location


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the document, as printed, with their place."""

    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class Absence:
    """What was sought and where, when it was not found.

    `terms` are as a planner would write them, `places` the headings or files that were
    searched, and `nearest` the text that came closest without being it.
    """

    terms: tuple[str, ...]
    places: tuple[str, ...] = ()
    nearest: Quote | None = None


Evidence = Quote | Absence
