"""How deep banner rows stand, and which of them a new one leaves open."""

from plancheck.programme.codes import LEVELS
from plancheck.programme.plan_tables import Banner


def rank_of(banner: Banner) -> tuple[int, int] | None:
    """How deep a banner stands: by level, and by how many numbers its code has."""
    if banner.item is None:
        return None
    depth = banner.item.code.depth if banner.item.code else 0
    level = banner.item.level
    return (LEVELS.index(level) if level else len(LEVELS)), depth


def is_above(banner: Banner, rank: tuple[int, int] | None, *, was_banner: bool) -> bool:
    """Whether an open banner stays open over a new one of this rank."""
    own = rank_of(banner)
    if own is None or rank is None:
        return was_banner
    if len(LEVELS) in {own[0], rank[0]}:
        return own[1] < rank[1]
    return own < rank
