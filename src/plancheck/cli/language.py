"""The language that the command line speaks, before any document is read."""

import gettext
import os
from collections.abc import Sequence

from plancheck.translation import DOMAIN, LANGUAGES, LOCALE


def speak(arguments: Sequence[str]) -> str:
    """Choose it: `--lang`, else the environment's, else English.

    click looks its own words up by `gettext` as well, so they come from the same
    catalogue.
    """
    language = _option(arguments) or spoken_language()
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, LOCALE)
    gettext.textdomain(DOMAIN)
    return language


def spoken_language() -> str:
    """The language of the environment: the first of its variables that is set."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "lv" if value.casefold().startswith("lv") else "en"
    return "en"


def _option(arguments: Sequence[str]) -> str | None:
    for index, argument in enumerate(arguments):
        name, _equals, value = argument.partition("=")
        if name == "--lang":
            value = value or "".join(arguments[index + 1 : index + 2])
            return value if value in LANGUAGES else None
    return None
