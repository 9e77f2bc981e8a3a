"""How what is compared is told in words, on pages and in workbooks alike."""

from plancheck.intermunicipal.cooperation import Pair, Relation, Shared
from plancheck.intermunicipal.figures import Outlier
from plancheck.intermunicipal.reading import Ended, Planned, Scored
from plancheck.model.categories import CRITERIA, Category
from plancheck.programme.vocabulary_files import load_vocabulary
from plancheck.reporters.words import (
    CATEGORY_TITLES,
    OUTCOME_WORDS,
    Voice,
    clean,
)
from plancheck.sdk import Outcome
from plancheck.translation import translator

NO_MEAN = "–"

RELATION_WORDS = {
    Relation.MUTUAL: "Both name each other",
    Relation.ONE_SIDED: "Only one names the other",
    Relation.ALONE: "Neither names the other",
}
_THING_TEMPLATES = {
    "road": "Road {name}",
    "river": "River {name}",
    "lake": "Lake {name}",
    "border": "The border {name}",
}
GROUP_TITLE_TEMPLATES = {
    "region": "By region",
    "language": "By language",
    "profile": "By profile",
}
GROUP_WORDS = {"region": "Region", "language": "Language", "profile": "Profile"}
_CRITERION_TITLES = {each.id: each.title for each in CRITERIA}
_ROW_TEMPLATES = {"measure": "measure {code}", "project": "project {code}"}


def voice_of(language: str) -> Voice:
    """A voice for several programmes: a place names its document."""
    return Voice(language, translator(language), ("", " "))


def category(name: str, voice: Voice) -> str:
    """What a dimension is called."""
    return voice.say(CATEGORY_TITLES[Category(name)])


def criterion(scored: Scored, voice: Voice) -> str:
    """What a criterion asks, in the reader's language, whatever the programme's is."""
    title = _CRITERION_TITLES.get(scored.id)
    return voice.say(title) if title else clean(scored.title)


def mean(value: float | None, voice: Voice) -> str:
    """A mean with two decimals, as the language writes them."""
    if value is None:
        return NO_MEAN
    written = f"{value:.2f}"
    return written.replace(".", ",") if voice.language == "lv" else written


def ended(result: Ended, voice: Voice) -> str:
    """How a rule ended, with its score where it has one."""
    word = voice.say(OUTCOME_WORDS[Outcome(result.outcome)])
    return word if result.score is None else f"{word} {result.score}/4"


def outlier(found: Outlier, voice: Voice) -> str:
    """How far a programme lies from the others."""
    return voice.say(
        "{category}: mean {mean}, far below the middle half of the programmes "
        "({low} to {high})."
        if found.is_low
        else "{category}: mean {mean}, far above the middle half of the programmes "
        "({low} to {high}).",
        category=category(found.category, voice),
        mean=mean(found.mean, voice),
        low=mean(found.low, voice),
        high=mean(found.high, voice),
    )


def relation(pair: Pair, voice: Voice) -> str:
    """How two municipalities stand to each other."""
    if pair.relation is not Relation.ONE_SIDED:
        return voice.say(RELATION_WORDS[pair.relation])
    one, other = (
        (pair.first, pair.second) if pair.named[0] else (pair.second, pair.first)
    )
    return voice.say("Only {one} names {other}", one=one.name, other=other.name)


def themes(pair: Pair, voice: Voice) -> str:
    """The fields of work that the rows are about."""
    vocabulary = load_vocabulary(voice.language)
    return ", ".join(vocabulary.label(each) for each in pair.themes)


def thing(shared: Shared, voice: Voice) -> str:
    """What both plan on."""
    return voice.say(_THING_TEMPLATES[shared.thing.kind], name=shared.name)


def row_name(row: Planned, voice: Voice) -> str:
    """Which row of which plan it is."""
    return voice.say(_ROW_TEMPLATES[row.kind], code=row.code or "").strip()


def place(row: Planned, voice: Voice) -> str:
    """Where a row stands: document, page, section, table and row."""
    return f"{row_name(row, voice)}, {voice.place(row.location)}"
