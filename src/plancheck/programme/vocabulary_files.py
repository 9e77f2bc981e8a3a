"""Reads the words of a language: TOML files, plancheck's own and those of plugins."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import tomli

from plancheck import vocabularies
from plancheck.errors import PlancheckError, system_reason
from plancheck.programme.concepts import Concept
from plancheck.programme.terms import Term
from plancheck.programme.vocabulary import NameForm, Vocabulary
from plancheck.text.folding import fold
from plancheck.text.joints import add_joints

IN_THE_BOX = ("lv", "en")
"""The languages whose vocabularies come with plancheck."""

_WORDS_OF_READING = (
    *("totals", "negation", "promise", "past", "whole_municipality", "no_names"),
    *("street_nouns", "place_nouns", "unit_nouns", "municipality_nouns"),
    *("output_level", "result_level", "impact_level", "output_opening"),
    *("output_indicator", "result_indicator", "impact_indicator"),
    *("output_unit", "result_unit", "conjunction", "year_nouns"),
    *("told_baseline", "told_target", "told_source", "told_frequency"),
)
"""The lists of words by which every programme is read, whatever the rules."""


class VocabularyFileError(PlancheckError):
    """A plugin's file of terms cannot be read, or is none."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            "{path} is no file of terms: {detail}.",
            path=str(path),
            detail=detail.rstrip("."),
        )


class VocabularyError(PlancheckError):
    """The vocabulary of a language lacks what every programme is read by."""

    def __init__(self, language: str, lacking: Iterable[str]) -> None:
        super().__init__(
            "The vocabulary of the language “{language}” is not whole; it lacks: "
            "{lacking}.",
            language=language,
            lacking=", ".join(lacking),
        )


@dataclass(frozen=True, slots=True)
class Recognition:
    """How a language is told: its short words, folded, and the letters that it has."""

    words: frozenset[str]
    letters: frozenset[str]


def load_vocabulary(
    language: str, extra: Iterable[Path] = (), *, of_region: bool = False
) -> Vocabulary:
    """The vocabulary of a language, with the terms that plugins add to it.

    Args:
        language: BCP 47, such as "lv".
        extra: TOML files of plugins; those of other languages are left out.
        of_region: Whether it is for the programme of a planning region; languages
            without such words have one vocabulary for all.

    Raises:
        VocabularyError: A plugin's language lacks what every programme is read by.
    """
    return _load(language, tuple(extra), of_region=of_region)


def load_recognition(extra: Iterable[Path] = ()) -> Mapping[str, Recognition]:
    """How each language is told that has a vocabulary, plancheck's own first.

    Args:
        extra: TOML files of plugins; those that only add terms to a language say nothing.
    """
    return _load_recognition(tuple(extra))


@lru_cache(maxsize=8)
def _load_recognition(extra: tuple[Path, ...]) -> Mapping[str, Recognition]:
    found = {}
    for path in (*map(_first_file, IN_THE_BOX), *extra):
        read = _read(path)
        if table := read.get("recognition"):
            found[read["language"]] = Recognition(
                words=frozenset(map(fold, table["words"])),
                letters=frozenset(table.get("letters", "")),
            )
    return MappingProxyType(found)


def hint_words(extra: Iterable[Path] = ()) -> Mapping[str, Sequence[str]]:
    """By what hints to authors are known, in all languages at once.

    Args:
        extra: TOML files of plugins; a language may say nothing of hints.
    """
    found: dict[str, list[str]] = {}
    for path in (*map(_first_file, IN_THE_BOX), *extra):
        _merge(found, _read(path).get("hints", {}))
    return found


def _first_file(language: str) -> Path:
    return Path(vocabularies.__path__[0]) / f"{language}.toml"


@lru_cache(maxsize=64)
def _read(path: Path) -> Mapping[str, Any]:
    return tomli.loads(path.read_text(encoding="utf-8"))


def check_vocabulary(path: Path) -> None:
    """Refuse a plugin's file that is not as plancheck's own are.

    Raises:
        VocabularyFileError: It cannot be read as TOML, or a table of it has another shape.
    """
    try:
        tables = _read(path)
    except (tomli.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise VocabularyFileError(path, system_reason(error)) from error
    lists: list[tuple[str, Any, tuple[str, ...] | None]] = [
        ("recognition", tables.get("recognition", {}), ("words",)),
        ("hints", tables.get("hints", {}), None),
        ("words", tables.get("words", {}), None),
        ("levels", tables.get("levels", {}), None),
        ("sentences", tables.get("sentences", {}), None),
    ]
    for name, entry in _table(path, "kinds", tables.get("kinds", {})).items():
        lists.append((f"kinds.{name}", entry, None))
    for kind in ("parts", "columns", "concepts"):
        for name, entry in _table(path, kind, tables.get(kind, {})).items():
            lists.append((f"{kind}.{name}", entry, ("terms", "not")))
    for where, table, keys in lists:
        for key, value in _table(path, where, table).items():
            if (keys is None or key in keys) and not _are_texts(value):
                message = f"[{where}] {key} must be a list of texts"
                raise VocabularyFileError(path, message)


def learn_joints(extra: Iterable[Path]) -> None:
    """Let sentences be cut by the words of plugins' languages too, see `text.joints`.

    Args:
        extra: TOML files of plugins; a language may say nothing of its sentences.
    """
    for path in extra:
        add_joints(_read(path).get("sentences", {}))


def _table(path: Path, where: str, value: object) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise VocabularyFileError(path, f"[{where}] must be a table")
    return value


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


@lru_cache(maxsize=8)
def _load(language: str, extra: tuple[Path, ...], *, of_region: bool) -> Vocabulary:
    folder = Path(vocabularies.__path__[0])
    own = sorted(folder.glob(f"{language}*.toml"), key=_usual_words_first)
    if of_region:
        own += folder.glob(f"region/{language}.toml")
    tables: dict[str, Any] = {}
    for path in (*own, *extra):
        read = _read(path)
        if read.get("language", language) == language:
            _drop(tables, read.get("replaces", ()))
            _merge(tables, read)
    if language not in IN_THE_BOX:
        _check_whole(language, tables)
    return Vocabulary(
        language,
        parts=_concepts(tables.get("parts", {})),
        columns=_concepts(tables.get("columns", {})),
        concepts=_concepts(tables.get("concepts", {})),
        words=_term_lists(tables.get("words", {})),
        levels=_term_lists(tables.get("levels", {})),
        kinds=_term_lists(tables.get("kinds", {}).get("programme", {})),
        other_kinds=_term_lists(tables.get("kinds", {}).get("other", {})),
        names=_name_forms(tables.get("names", {})),
        is_of_region=of_region,
    )


def _usual_words_first(path: Path) -> tuple[bool, bool, str]:
    """The order of a language's files, which is that in which a finding names its terms.

    A planner who reads what was sought in vain expects the field's own words there, and
    those of everyday after them.
    """
    return path.stem.count(".") > 0, path.stem.endswith(".plain"), path.name


def _check_whole(language: str, tables: Mapping[str, Any]) -> None:
    """Refuse a language without a part, a column or a list that reading goes by.

    Without a word for a column each row would lack it, and be found to lack it. What
    only some rules ask for may be lacking: those rules are then unsure.
    """
    known = _read(_first_file("en"))
    wanted = [
        *(("parts", name) for name in known["parts"]),
        *(("columns", name) for name in known["columns"]),
        *(("words", name) for name in _WORDS_OF_READING),
        *(("levels", name) for name in known["levels"]),
        ("kinds", "programme"),
        ("concepts", "approval"),
    ]
    lacking = [
        f"[{table}] {name}"
        for table, name in wanted
        if name not in tables.get(table, {})
    ]
    if lacking:
        raise VocabularyError(language, lacking)


def _drop(known: dict[str, Any], names: Iterable[str]) -> None:
    """Take out the entries that a file gives anew, such as `words.no_unit`."""
    for name in names:
        table, _, entry = name.partition(".")
        known.get(table, {}).pop(entry, None)


def _merge(known: dict[str, Any], added: Mapping[str, Any]) -> None:
    """Add a file's tables and terms to those of the files before it."""
    for key, value in added.items():
        if isinstance(value, Mapping):
            _merge(known.setdefault(key, {}), value)
        elif isinstance(value, list):
            known[key] = [*known.get(key, []), *value]
        else:
            known[key] = value


def _terms(notations: Iterable[str]) -> tuple[Term, ...]:
    return tuple(map(Term, notations))


def _concepts(table: Mapping[str, Any]) -> Mapping[str, Concept]:
    return MappingProxyType(
        {
            name: Concept(
                name,
                label=entry.get("label", name),
                terms=_terms(entry.get("terms", ())),
                exclusions=_terms(entry.get("not", ())),
            )
            for name, entry in table.items()
        }
    )


def _term_lists(table: Mapping[str, list[str]]) -> Mapping[str, tuple[Term, ...]]:
    return MappingProxyType({name: _terms(listed) for name, listed in table.items()})


def _name_forms(
    table: Mapping[str, list[list[str]]],
) -> Mapping[str, tuple[NameForm, ...]]:
    return MappingProxyType(
        {
            name: tuple(NameForm(*each) for each in listed)
            for name, listed in table.items()
        }
    )
