"""Which municipalities a row of a plan names, and which roads, rivers and lakes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plancheck.text.folding import fold
from plancheck.text.letters import CAPITALS
from plancheck.text.patterns import lazy_pattern

_KINDS = frozenset(
    (
        "Municipality",
        "County",
        "District",
        "Borough",
        "City",
        "Town",
        "Council",
        "Region",
    )
)
_CASE = lazy_pattern(r"(?:[aeiu]s|[aeiou]|s)$")
_SHORTEST_STEM = 3
_WORD = lazy_pattern(r"(?<!\w)[^\W\d_]\w+")
_ENDING = lazy_pattern(r"\w{0,4}(?!\w)")

_OF_A_MUNICIPALITY = lazy_pattern(
    r"[ ,]{1,2}(?:un |and |, )?(?:novad|nov\.|valstspilset|pilsetas pasvald|pasvaldib"
    r"|municipal|county|district|borough|council)"
)
_OF_SOMETHING_ELSE = lazy_pattern(
    r" (?:pagast|ciem|iel|gatv|ezer|upe|upi|upes|pils\b|muiz|skol|vidusskol|pamatskol|region"
    r"|regian|apkaim|aleja|laukum|parish|village|street|road|lane|river|lake|school|ward)"
)
"""What a name is of that has another noun behind it: a parish of the same name is no
municipality."""


@dataclass(frozen=True, slots=True)
class Namesake:
    """A municipality as others may name it: its name, and how all its forms begin."""

    name: str
    stem: str

    @classmethod
    def of(cls, name: str) -> "Namesake | None":
        """Without words for its kind; None where too little is left to tell it by.

        >>> Namesake.of("Kalnavas novads")
        Namesake(name='Kalnavas novads', stem='kalnav')
        >>> Namesake.of("Greyholt Municipality").stem
        'greyholt'
        """
        own = [
            each for each in name.split() if each[:1].isupper() and each not in _KINDS
        ]
        stem = _CASE.sub("", fold(" ".join(own)))
        return cls(name, stem) if len(stem) >= _SHORTEST_STEM else None


class Names:
    """Finds which of many municipalities a text names, in one pass."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_stem: dict[str, list[str]] = {}
        self._by_word: dict[str, list[str]] = {}
        for each in filter(None, map(Namesake.of, dict.fromkeys(names))):
            self._by_stem.setdefault(each.stem, []).append(each.name)
        for stem in self._by_stem:
            self._by_word.setdefault(stem.partition(" ")[0], []).append(stem)
        self._lengths = sorted(set(map(len, self._by_word)))

    def in_text(self, text: str, own: str = "") -> tuple[str, ...]:
        """The municipalities that a text names in any case of the word, but its own.

        Where a noun behind the name says that it is something else, a parish or a street,
        the municipality is not named.
        """
        return tuple(
            dict.fromkeys(
                name
                for name in self._found(text)
                if Namesake.of(name) != Namesake.of(own)
            )
        )

    def _found(self, text: str) -> Iterator[str]:
        folded = fold(text)
        for word in _WORD.finditer(folded):
            if not text[word.start()].isupper():
                continue
            for stem in self._stems_of(word.group()):
                end = word.start() + len(stem)
                is_whole = folded.startswith(stem, word.start())
                ending = _ENDING.match(folded, end) if is_whole else None
                if ending and _may_name(folded[ending.end() : ending.end() + 24]):
                    yield from self._by_stem[stem]

    def _stems_of(self, word: str) -> Iterator[str]:
        """The stems that a word may begin; looked up, for there may be hundreds."""
        for length in self._lengths:
            if length > len(word):
                return
            yield from self._by_word.get(word[:length], ())


def _may_name(rest: str) -> bool:
    """Whether what follows a name leaves it that of a municipality."""
    is_other = _OF_SOMETHING_ELSE.match(rest) is not None
    return not is_other or _OF_A_MUNICIPALITY.match(rest) is not None


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """What the plans of several municipalities may share.

    `kind` is "road", "river", "lake" or "border"; `key` is the same for all its forms.
    """

    kind: str
    key: str


_BORDER = lazy_pattern(r"(?<!\w)(?:robez|pierobez|border|boundar)")


def has_border(text: str) -> bool:
    """Whether a row speaks of a border.

    >>> has_border("Ceļš līdz Kalnavas novada robežai"), has_border("Ierobežot troksni")
    (True, False)
    """
    return _BORDER.search(fold(text)) is not None


_ROAD = lazy_pattern(r"(?<![\w.])(?P<class>[AVP]) ?-?(?P<number>\d{1,4})(?![\w.%])")
_ROAD_WORD = lazy_pattern(r"cel(?:s|a|u|am|i|us|ie|os)\b|autocel|road|highway|motorway")
_REACH = (
    40  # characters between a road's number and the word that says that it is a road
)

_NAME = rf"(?P<name>[{CAPITALS}][^\W\d_]{{2,30}})"
_WATERS = (
    ("river", lazy_pattern(rf"{_NAME} (?:upes?|upi|upē|upju|River)\b")),
    ("river", lazy_pattern(rf"\b(?:River|river|upes?|upi) {_NAME}\b")),
    (
        "river",
        lazy_pattern(rf"\b(?:[Tt]ilt\w{{0,4}} pār|[Bb]ridge over(?: the)?) {_NAME}\b"),
    ),
    ("lake", lazy_pattern(rf"{_NAME} (?:ezer(?:s|a|am|u|ā)|Lake)\b")),
    ("lake", lazy_pattern(rf"\bLake {_NAME}\b")),
)
_STEM = 5
"""Letters by which forms of a name are the same, as Latvian bends its end and softens it."""


def things_in(text: str, own_codes: Sequence[str] = ()) -> Mapping[Thing, str]:
    """The roads, rivers and lakes that a row names, each as printed.

    A letter and a number are a road only near a word that says so: plans number their
    projects alike.

    >>> list(things_in("P1 | Pārbūvēt autoceļu V1023 līdz tiltam pār Alksni", ["P1"]))
    [Thing(kind='road', key='V1023'), Thing(kind='river', key='alksn')]
    """
    found: dict[Thing, str] = {}
    folded = fold(text)
    for match in _ROAD.finditer(text):
        printed = f"{match['class']}{match['number']}"
        near = folded[max(match.start() - _REACH, 0) : match.end() + _REACH]
        if printed not in own_codes and _ROAD_WORD.search(_same_cell(near, printed)):
            found.setdefault(Thing("road", printed), printed)
    for kind, pattern in _WATERS:
        for match in pattern.finditer(text):
            stem = _softened(fold(match["name"]))[:_STEM]
            found.setdefault(Thing(kind, stem), match["name"])
    return found


def _same_cell(near: str, printed: str) -> str:
    """The stretch around a number, without the cells beside its own."""
    cells = near.split(" | ")
    return next((each for each in cells if printed.casefold() in each), near)


def _softened(name: str) -> str:
    """A name without the endings by which its forms differ."""
    return _CASE.sub("", name)
