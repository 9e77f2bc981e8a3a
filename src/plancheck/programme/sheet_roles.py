"""What fact sheets are for: measures, projects or indicators, by their titles and fields."""

from types import MappingProxyType

from plancheck.programme.plan_tables import roles_of
from plancheck.programme.records import Record

FEWEST_FIELDS = 3
"""That a sheet has."""
_OWN_ROLES = MappingProxyType(
    {"indicator": ("indicator",), "measure": ("action",), "project": ("investment",)}
)
"""What a sheet is for by its title, whatever its other fields are."""
ABOVE = ("goal", "priority", "direction", "task")
"""What a sheet may name that it belongs to."""
_LEVELS = frozenset({*ABOVE, "measure", "project", "code"})
_MOST_LEVELS = 3
"""That a sheet names of what it belongs to and of itself, when it says nothing more."""
_BOTH = ("action", "investment")
_PLANS = frozenset(_BOTH)
_WIDE = frozenset({"goal", "priority", "direction"})
_ACTING = frozenset({"responsible", "term", "result", "source"})


def roles_of_sheet(record: Record) -> tuple[str, ...]:
    """What the sheet is for: what its title names comes first."""
    roles = roles_of(frozenset(record.places))
    own = _OWN_ROLES.get(record.title or "", ())
    if not own or "indicator" in roles or len(record.places) < FEWEST_FIELDS:
        return roles
    if len(_LEVELS & record.places.keys()) > _MOST_LEVELS and not (
        record.places.keys() - _LEVELS
    ):
        return ()  # `Task | Step`, `Measure | Initiative`: what a programme calls its levels
    others = _PLANS if _acts(record) else _PLANS & frozenset(roles)
    return (*own, *(role for role in _BOTH if role in others and role not in own))


def _acts(record: Record) -> bool:
    """Whether a sheet of a project carries out a goal or priority with all that a measure has.

    Such sheets are the action plan of a programme that has no other.
    """
    held = record.places.keys()
    is_of_goal = not held.isdisjoint(_WIDE) and held.isdisjoint({"task", "measure"})
    return is_of_goal and held >= _ACTING
