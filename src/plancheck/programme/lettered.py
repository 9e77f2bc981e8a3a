"""Goals, priorities and directions that a programme counts by letters: `Priority A. Homes`."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from plancheck.model.document import Paragraph, Section
from plancheck.model.evidence import Quote
from plancheck.programme.codes import LevelReader, Objective
from plancheck.programme.parts import Part
from plancheck.programme.vocabulary import Vocabulary
from plancheck.text.folding import fold
from plancheck.text.patterns import lazy_pattern

STRATEGY = "strategic part"
UPPER_LEVELS = ("goal", "long-term priority", "priority", "direction")
_LETTER = lazy_pattern(
    r"(?P<letter>[A-H])(?:[.:)]| ?[–-](?= )) ?(?P<name>[„“”\"]?[^\W\d_].{2,160})$"
)
_BEFORE_LEVEL = lazy_pattern(r"(?P<letter>[A-H])\.? (?=[^\W\d_])")
_BELOW_LETTER = lazy_pattern(
    r"(?P<letter>[A-H])\.?\d{1,2}[.:)]? (?P<name>[^\W\d_].{2,160})$"
)
_LISTED = (
    ("strategic goal", "goal"),
    ("medium-term priority", "priority"),
    ("action direction", "direction"),
)
_BULLETS = "•·●▪–-»>*o\t "
_SEPARATORS = (".", ":", "–", "-")
_FIRST_LETTERS = ("A", "B")


def lettered_objectives(
    part: Part, levels: LevelReader, vocabulary: Vocabulary
) -> Iterator[Objective]:
    """What lines and headings count by letters, and what is counted below: `A1. Rent`.

    The level stands before the letter, behind it, or in the heading over all of them.
    """
    below: dict[str, str] = {}
    for quote, over in _lines(part.walk(), vocabulary):
        text = quote.text.lstrip(_BULLETS)
        found = _with_level(text, levels) or _counted(text, over)
        if found is not None:
            letter, level, name = found
            below[letter] = "task" if level == "direction" else "direction"
            yield Objective(letter, level, name, "", STRATEGY, quote)
        elif (narrow := _BELOW_LETTER.match(text)) and narrow["letter"] in below:
            name = narrow["name"]
            yield Objective(name, below[narrow["letter"]], name, "", STRATEGY, quote)


def with_letters(objectives: Sequence[Objective]) -> Iterator[Objective]:
    """The objectives, those whose letters count from A with these for their codes.

    All others have their names for codes, as where a name only begins with a letter.
    """
    found = [(each, _letter_and_name(each)) for each in objectives]
    letters = {(each.level, letter) for each, (letter, _) in found}
    counted = {
        level
        for level, _ in letters
        if letters.issuperset((level, first) for first in _FIRST_LETTERS)
    }
    for each, (letter, name) in found:
        if letter and each.level in counted:
            yield replace(each, code=letter, name=name)
        else:
            yield replace(each, code=each.name)


def _letter_and_name(objective: Objective) -> tuple[str, str]:
    if len(objective.code) == 1:
        return objective.code, objective.name
    match = _LETTER.match(objective.name)
    return (match["letter"], match["name"]) if match else ("", objective.name)


def _lines(
    sections: Iterable[Section], vocabulary: Vocabulary
) -> Iterator[tuple[Quote, str | None]]:
    """The headings and paragraphs, each with the level that the heading over it names."""
    for section in sections:
        path = section.location.section
        if section.heading is not None:
            quote = Quote(section.title, section.heading.location)
            yield quote, _level_of(path[-2:-1], vocabulary)
        over = _level_of(path[-1:], vocabulary)
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield Quote(block.text, block.location), over


def _level_of(titles: Sequence[str], vocabulary: Vocabulary) -> str | None:
    """The level that a heading ends with, as `2.3. Our priorities`."""
    for title in titles:
        folded = fold(title.rstrip(" .:"))
        for concept, level in _LISTED:
            spans = vocabulary.concept(concept).spans(folded, title)
            if any(end == len(folded) for _, end in spans):
                return level
    return None


def _with_level(text: str, levels: LevelReader) -> tuple[str, str, str] | None:
    """Letter, level and name of a line: `Priority A. Homes`, `A prioritāte – Mājas`."""
    before = _BEFORE_LEVEL.match(text)
    rest = text[before.end() :] if before else text
    item = levels.item(rest)
    if item is None or item.code is not None or item.level not in UPPER_LEVELS:
        return None
    if before:
        level_word = rest.partition(item.name)[0].rstrip()
        is_named = item.name and level_word.endswith(_SEPARATORS)
        return (before["letter"], item.level, item.name) if is_named else None
    name = _LETTER.match(item.name)
    return (name["letter"], item.level, name["name"]) if name else None


def _counted(text: str, level: str | None) -> tuple[str, str, str] | None:
    """Letter, level and name of a line below a heading that names the level."""
    name = _LETTER.match(text) if level else None
    return (name["letter"], level, name["name"]) if level and name else None
