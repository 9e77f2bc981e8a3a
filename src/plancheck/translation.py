"""Sentences in the reader's language: gettext catalogues, with English as their key."""

import gettext
from collections.abc import Callable
from functools import cache
from pathlib import Path

from plancheck.errors import PlancheckError

LOCALE = Path(__file__).parent / "locale"
DOMAIN = "plancheck"

LANGUAGES = ("lv", "en")
"""The languages that reports are written in."""

Translate = Callable[[str], str]


@cache
def translator(language: str) -> Translate:
    """What turns an English template into one of `language`; English where it lacks one."""
    if language == "en":
        return str
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


_CLAUSES = frozenset({"reason", "remedy", "what"})
"""The facts of errors that are sentences or clauses, not names of the user's things."""


def _translated(fact: object, translate: Translate) -> object:
    text = getattr(fact, "text", None)
    return text(translate) if callable(text) else translate(str(fact))
