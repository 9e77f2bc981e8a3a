"""Words that a writer parted by hand at the end of a line, in a narrow column above all."""

import re

from plancheck.sdk import lazy_pattern

_PARTED = lazy_pattern(r"([^\W\d_])-\n([^\W\d_])")


def join_parted_words(text: str) -> str:
    r"""The text with its words whole, where a hyphen between small letters ends a line.

    A capital or a figure after it is no rest of a word: `Rīga-\nValmiera` stays.

    >>> join_parted_words("Inves-\ntīciju plāns, Rīga-\nValmiera")
    'Investīciju plāns, Rīga-\nValmiera'
    """
    return _PARTED.sub(_joined, text) if "-\n" in text else text


def _joined(match: re.Match[str]) -> str:
    before, after = match.groups()
    is_word = before.islower() and after.islower()
    return f"{before}{after}" if is_word else match[0]
