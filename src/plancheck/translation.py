"""Sentences in the reader's language: gettext catalogues, with English as their key."""

import gettext
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from plancheck.errors import PlancheckError

LOCALE = Path(__file__).parent / "locale"
DOMAIN = "plancheck"

LANGUAGES = ("lv", "en")
"""The languages that reports are written in."""

Translate = Callable[[str], str]

_ADDED: dict[str, dict[str, str]] = {}
"""What plugins add, by language: kept for the whole process, as gettext's catalogues are."""


def add_sentences(language: str, sentences: Mapping[str, str]) -> None:
    """Teach every translator of a language further sentences, plancheck's own excepted.

    Where two plugins translate one sentence, the first is heard: the plugins come in the
    order of their names.
    """
    known = _ADDED.setdefault(language, {})
    for sentence, translation in sentences.items():
        known.setdefault(sentence, translation)


@cache
def translator(language: str) -> Translate:
    """What turns an English template into one of `language`; English where it lacks one."""
    if language == "en":
        return str
    own = own_translator(language)
    added = _ADDED.setdefault(language, {})

    def translate(template: str) -> str:
        said = own(template)
        return added.get(template, template) if said == template else said

    return translate


@cache
def own_translator(language: str) -> Translate:
    """The same, without the sentences of plugins."""
    catalogue = gettext.translation(DOMAIN, LOCALE, [language], fallback=True)

    def translate(template: str) -> str:
        return catalogue.gettext(template) if template else ""

    return translate


def error_sentence(error: PlancheckError, language: str) -> str:
    """An error's sentence, with the clauses that stand in it translated too."""
    translate = translator(language)
    facts = {
        name: _translated(fact, translate) if name in _CLAUSES else fact
        for name, fact in error.facts.items()
    }
    sentence = translate(error.template)
    return sentence.format(**facts) if facts else sentence


_CLAUSES = frozenset({"detail", "reason", "remedy", "what"})
"""The facts of errors that are sentences or clauses, not names of the user's things."""


def _translated(fact: object, translate: Translate) -> object:
    text = getattr(fact, "text", None)
    return text(translate) if callable(text) else translate(str(fact))
