"""Latvian planning prose from a few hundred stems: thousands of word forms.

The words only have to be as many, as long and as inflected as those of a real
programme, so that nothing that is cached by word looks faster than it is.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from random import Random

CASES = ("nom", "gen", "dat", "acc", "loc")

# Endings by declension, singular then plural, in the order of CASES. "+" marks a form
# that is built on the second, palatalised stem.
NOUN_ENDINGS = {
    "s": ("s", "a", "am", "u", "ā", "i", "u", "iem", "us", "os"),
    "is": ("is", "+a", "im", "i", "ī", "+i", "+u", "+iem", "+us", "+os"),
    "a": ("a", "as", "ai", "u", "ā", "as", "u", "ām", "as", "ās"),
    "e": ("e", "es", "ei", "i", "ē", "es", "+u", "ēm", "es", "ēs"),
    "ība": ("ība", "ības", "ībai", "ību", "ībā", "ības", "ību", "ībām", "ības", "ībās"),
}
FEMININE = {"a", "e", "ība"}
ADJECTIVE_ENDINGS = {
    False: ("ais", "ā", "ajam", "o", "ajā", "ie", "o", "ajiem", "os", "ajos"),
    True: ("ā", "ās", "ajai", "o", "ajā", "ās", "o", "ajām", "ās", "ajās"),
}

_WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
NOUNS: dict[str, str] = _WORDS["nouns"]
STEMS: dict[str, list[str]] = {
    kind: stems.split() for kind, stems in _WORDS["stems"].items()
}
FRAMES: tuple[str, ...] = tuple(_WORDS["sentences"]["frames"])


@dataclass(frozen=True)
class Noun:
    """A noun with its ten forms, singular cases first."""

    forms: tuple[str, ...]
    is_feminine: bool


def nouns() -> tuple[Noun, ...]:
    """All nouns with their forms."""
    return tuple(
        Noun(_forms(word, declension), declension in FEMININE)
        for declension, words in NOUNS.items()
        for word in words.split()
    )


def _forms(word: str, declension: str) -> tuple[str, ...]:
    written, _, soft = word.replace("-", " ").partition("|")
    stem = written.removesuffix(declension) if declension in {"a", "e"} else written
    soft_stem = " ".join([*stem.split(" ")[:-1], soft]) if soft else stem
    return tuple(
        soft_stem + ending[1:] if ending.startswith("+") else stem + ending
        for ending in NOUN_ENDINGS[declension]
    )


class Prose:
    """Writes sentences, paragraphs and cell texts from one seeded source of chance."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)  # noqa: S311 - prose, not a secret
        self._nouns = nouns()

    def pick(self, *choices: str) -> str:
        """One of the choices."""
        return self.chance.choice(choices)

    def place(self) -> str:
        """An invented place in the genitive."""
        return self.chance.choice(STEMS["places"]) + "es"

    def phrase(self, case: str, *, plural: bool | None = None) -> str:
        """A noun with its adjective in agreement, in one case."""
        noun = self.chance.choice(self._nouns)
        is_plural = self.chance.random() < 0.4 if plural is None else plural
        index = CASES.index(case) + (5 if is_plural else 0)
        adjective = self.chance.choice(STEMS["adjectives"])
        ending = ADJECTIVE_ENDINGS[noun.is_feminine][index]
        return f"{adjective}{ending} {noun.forms[index]}"

    def noun(self, case: str, *, plural: bool = False) -> str:
        """A noun in one case."""
        noun = self.chance.choice(self._nouns)
        return noun.forms[CASES.index(case) + (5 if plural else 0)]

    def verb(self, ending: str) -> str:
        """A verb with an ending: "t" to do, "šana" doing, "ta" done."""
        return self.chance.choice(STEMS["verbs"]) + ending

    def sentence(self) -> str:
        """A sentence of ten to twenty-five words."""
        year = self.chance.randint(2015, 2027)
        amount = self.chance.randint(2, 98)
        text = self.pick(*FRAMES).format(
            place=self.place(),
            year=year,
            amount=amount,
            do=self.verb("t"),
            doing=self.verb("šana"),
            done="tiek " + self.verb("ts"),
            nom=self.phrase("nom"),
            nom2=self.phrase("nom"),
            gen=self.phrase("gen"),
            genpl=self.phrase("gen", plural=True),
            acc=self.phrase("acc"),
            acc2=self.phrase("acc"),
            loc=self.phrase("loc"),
            locpl=self.phrase("loc", plural=True),
            datpl=self.phrase("dat", plural=True),
        )
        return text[0].upper() + text[1:] + "."

    def paragraph(self, sentences: int) -> str:
        """That many sentences."""
        return " ".join(self.sentence() for _ in range(sentences))

    def title(self) -> str:
        """A heading of three to five words."""
        text = f"{self.phrase('nom')} {self.pick('un', '–')} {self.noun('nom')}"
        return text[0].upper() + text[1:]

    def action(self) -> str:
        """What a measure does, as a verbal noun with its object and place."""
        doing = self.verb("šana").capitalize()
        return (
            f"{self.phrase('gen').capitalize()} {doing.lower()} {self.place()} pagastā"
        )
