"""The names of municipalities in a text, and whether two of them are two municipalities."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plancheck.model.evidence import Quote
from plancheck.text.patterns import lazy_pattern

_NAME = r"[A-ZĀČĒĢĪĶĻŅŠŪŽ][\wāčēģīķļņšūž]{1,40}"
_NO_PLAN = (
    r"(?!Comprehensive|Development|Climate|Strategic|Master|Local|Action|Plan|The\b)"
)
_NO_NAME = r"(?!(?:The|This|Our|Each|Every|Its|Their|A|An|In|Of)\b)"
_FORMS = {
    "lv": (
        (lazy_pattern(rf"({_NAME}) novada\b", re.IGNORECASE), "{} novads"),
        (
            lazy_pattern(rf"({_NAME}) valstspilsētas\b", re.IGNORECASE),
            "{} valstspilsēta",
        ),
        (lazy_pattern(rf"({_NAME}) pilsētas\b", re.IGNORECASE), "{} pilsēta"),
    ),
    "en": (
        (
            lazy_pattern(
                r"((?:Municipality|City|Town|County|District|Borough"
                r"|MUNICIPALITY|CITY|TOWN|COUNTY|DISTRICT|BOROUGH) (?:of|OF) (?:the )?"
                rf"{_NAME}(?: {_NO_PLAN}{_NAME})?)"
            ),
            "{}",
        ),
        (
            lazy_pattern(
                rf"((?:{_NO_NAME}{_NAME} )?{_NO_NAME}{_NAME} "
                r"(?:Municipality|County|District|Region|Borough)\b)"
            ),
            "{}",
        ),
        (
            lazy_pattern(
                rf"((?:{_NO_NAME}{_NAME} )?{_NO_NAME}{_NAME} (?:Town|City|Village)) "
                r"Council\b"
            ),
            "{}",
        ),
        # after "of", for "The municipality" and "Our municipality" name none
        (
            lazy_pattern(rf"\bof ({_NAME}(?: {_NAME})?) municipality\b"),
            "{} Municipality",
        ),
    ),
}
_REGIONS = {
    "lv": (
        lazy_pattern(rf"({_NAME}) plānošanas reģiona\b", re.IGNORECASE),
        "{} plānošanas reģions",
    )
}
_KINDS = frozenset({"municipality", "city", "town", "county", "district", "region"}) | {
    *("borough", "of", "the", "novads", "valstspilsēta", "pilsēta")
}


@dataclass(frozen=True, slots=True)
class StatedMunicipality:
    """The municipalities that a document says it is of, and the line that says so."""

    names: tuple[str, ...]
    quote: Quote
    document: str

    def is_other_than(self, other: "StatedMunicipality") -> bool:
        """Whether no municipality of the one can be one of the other."""
        return not any(
            _may_be_same(one, another) for one in self.names for another in other.names
        )


def municipalities_in(text: str, language: str) -> Iterator[str]:
    """The municipalities that a text names in the genitive, in the nominative.

    >>> list(municipalities_in("LEJASUPES NOVADA attīstības programma", "lv"))
    ['Lejasupes novads']
    >>> list(municipalities_in("Development programme of Alderbrook municipality", "en"))
    ['Alderbrook Municipality']
    """
    for pattern, form in _FORMS.get(language, ()):
        for name in pattern.findall(text):
            if name[0].isupper():  # "jaunā novada" names none
                titled = name.title().replace(" Of ", " of ")
                yield form.format(titled if name.isupper() else name)


def regions_in(text: str, language: str) -> Iterator[str]:
    """The planning regions that a text names in the genitive, in the nominative.

    >>> list(regions_in("DIŽLEJAS PLĀNOŠANAS REĢIONA attīstības programma", "lv"))
    ['Dižlejas plānošanas reģions']
    """
    if language in _REGIONS:
        pattern, form = _REGIONS[language]
        for name in pattern.findall(text):
            if name[0].isupper():
                yield form.format(name.title() if name.isupper() else name)


def _may_be_same(one: str, other: str) -> bool:
    """Whether two names may be one place: the same name, and not a novads and a city.

    >>> _may_be_same("Jelgavas pilsēta", "Jelgavas valstspilsēta")
    True
    >>> _may_be_same("Jelgavas novads", "Jelgavas valstspilsēta")
    False
    """
    words, others = (set(each.casefold().split()) for each in (one, other))
    if not (words & others) - _KINDS:
        return False
    return (words | others).isdisjoint({"novads"}) or (words | others).isdisjoint(
        {"valstspilsēta"}
    )
