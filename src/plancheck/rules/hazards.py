"""Climate hazards in a programme: which are named, and which with something local."""

import re
from collections.abc import Iterator, Mapping

from plancheck.rules.asking import names_own_place, speaks_of, whole_row
from plancheck.sdk import Mention, Programme, Quote, Stance, Table, fold, once

HAZARDS = (
    "heat wave",
    "cold wave",
    "snow cover",
    "heavy precipitation",
    "flood",
    "drought",
    "storm",
    "wildfire",
    "coastal erosion",
    "landslide",
    "frost",
)
"""Concepts of the vocabulary, the four of the municipal climate profiles first."""

_PLANNING_ROLES = ("action", "investment", "indicator", "proposals")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLASS = re.compile(r"[1-3]")


def named_hazards(programme: Programme) -> dict[str, Quote]:
    """The hazards that the programme names, each with the first sentence that does."""
    return {
        hazard: mentions[0].quote
        for hazard in HAZARDS
        if (mentions := tuple(hazard_mentions(programme, hazard)))
    }


@once
def local_hazards(programme: Programme) -> Mapping[str, Quote]:
    """The hazards that come with something local, each with the sentence or row."""
    found: dict[str, Quote] = {}
    for hazard in HAZARDS:
        most = 0
        for mention in hazard_mentions(programme, hazard):
            quote = whole_row(mention)
            signs = _local_signs(programme, quote.text, mention)
            if signs > most:
                found[hazard], most = quote, signs
    for hazard, quote in _rated(programme):
        found.setdefault(hazard, quote)
    return {hazard: found[hazard] for hazard in HAZARDS if hazard in found}


def hazard_mentions(programme: Programme, hazard: str) -> Iterator[Mention]:
    """Where a hazard is named, but not in what is planned against it, and not denied."""
    for mention in programme.mentions(hazard, outside=("participation report",)):
        is_planned = programme.is_plan_table(mention.block, *_PLANNING_ROLES)
        if mention.stance is not Stance.NEGATED and not is_planned:
            yield mention


def _local_signs(programme: Programme, text: str, mention: Mention) -> int:
    """How many of own place, class, past event and figure stand beside the hazard."""
    has_place = bool(programme.places.find(text))
    if not has_place and speaks_of(programme, "elsewhere", text):
        return 0
    has_place = has_place or bool(programme.places.find_located(text))
    has_class = speaks_of(programme, "risk class", text) and _CLASS.search(text)
    has_figure = programme.has_word("local_figure", text) and _is_about_here(
        programme, mention
    )
    signs = (has_place, has_class, names_past_year(programme, text), has_figure)
    return sum(map(bool, signs))


def names_past_year(programme: Programme, text: str) -> bool:
    """Whether a year before the end of the programme is named, but not as a limit."""
    last = programme.period.last if programme.period else 2100
    ahead = {
        limit[-4:]
        for pattern in programme.vocabulary.patterns("year_limit")
        for limit in pattern.findall(fold(text))
    }
    years = (found.group() for found in _YEAR.finditer(text))
    return any(int(year) < last and year not in ahead for year in years)


def _is_about_here(programme: Programme, mention: Mention) -> bool:
    """Whether the paragraph or table of a figure names the municipality or a place of it."""
    block = mention.block
    texts = (
        " ".join(cell.text for cell in block.cells)
        if isinstance(block, Table)
        else block.text
    )
    return names_own_place(programme, texts)


def _rated(programme: Programme) -> Iterator[tuple[str, Quote]]:
    """The hazards of risk tables that are given a level.

    A matrix of probability and impact may head its hazards as risks or risk factors.
    """
    tables = (*programme.tables_of("risk"), *programme.tables_of("implementation risk"))
    for table in tables:
        for row in table.rows:
            name = row.first("hazard", "risk").text
            if not row.says("risk level", "impact"):
                continue
            for hazard in programme.named_among(HAZARDS, name):
                yield hazard, row.quote
