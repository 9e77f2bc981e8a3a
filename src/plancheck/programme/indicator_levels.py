"""How far an indicator looks: at the work done, at what changed for people, at the place."""

from dataclasses import replace

from plancheck.programme.indicators import Indicator, IndicatorLevel
from plancheck.programme.naming import letters_in_squashed
from plancheck.programme.vocabulary import Vocabulary
from plancheck.text.folding import fold, squash

_STATED = (
    (IndicatorLevel.OUTPUT, "output_level"),
    (IndicatorLevel.IMPACT, "impact_level"),
    (IndicatorLevel.RESULT, "result_level"),
)
_BY_NAME = (
    (IndicatorLevel.OUTPUT, "output_opening"),
    (IndicatorLevel.IMPACT, "impact_indicator"),
    (IndicatorLevel.RESULT, "result_indicator"),
    (IndicatorLevel.OUTPUT, "output_indicator"),
)
"""Lists of words in the order in which they decide.

What a share or a rate is of does not matter: `share of renovated buildings` is a result.
"""
_BY_UNIT = (
    (IndicatorLevel.RESULT, "result_unit"),
    (IndicatorLevel.OUTPUT, "output_unit"),
)

_TELLING = 8
"""Letters that make a term safe to look for where words run into each other."""


def with_level(indicator: Indicator, vocabulary: Vocabulary) -> Indicator:
    """The indicator with its level: the one that its table states, else judged by its words."""
    stated = _first(_STATED, indicator.field("level").text, vocabulary)
    return replace(indicator, level=stated or _judged(indicator, vocabulary))


def _judged(indicator: Indicator, vocabulary: Vocabulary) -> IndicatorLevel | None:
    """The level by name and unit; None where neither tells."""
    name, unit = indicator.name, indicator.unit.text
    return (
        _first(_BY_NAME, name, vocabulary)
        or _first(_BY_UNIT, unit or indicator.target.value.unit, vocabulary)
        or _in_damaged(name, vocabulary)
    )


def _first(
    lists: tuple[tuple[IndicatorLevel, str], ...], text: str, vocabulary: Vocabulary
) -> IndicatorLevel | None:
    if not text:
        return None
    folded = fold(text)
    return next(
        (level for level, name in lists if vocabulary.has_word(name, folded, text)),
        None,
    )


def _in_damaged(name: str, vocabulary: Vocabulary) -> IndicatorLevel | None:
    """The level of a name that spaces were put into when the file was made."""
    squashed = squash(name)
    for level, listed in _BY_NAME[1:]:
        for term in vocabulary.words.get(listed, ()):
            is_telling = term.letter_count >= _TELLING
            if is_telling and letters_in_squashed(term, squashed):
                return level
    return None
