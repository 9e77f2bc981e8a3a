"""Changes of a programme's Markdown: what a rule must notice, and what it must not mind.

Each takes the Markdown of one volume and gives it changed. One that finds nothing to
change raises `EditError`: a test of an unchanged programme would prove nothing.
"""

from plancheck.programme.identity import detect_language
from plancheck.readers.markdown import parse_markdown
from plancheck.testing import edits
from plancheck.testing.source import EditError

_NAME = "programme.md"

_DENIALS = {
    "lv": "Programmā nav noteikts, ka {clause}",
    "en": "It is not laid down that {clause}",
}
_PROMISES = {
    "lv": "Vēlāk tiks noteikts, ka {clause}",
    "en": "It will be laid down later that {clause}",
}
_LOCATIVES = {"as": "ās", "es": "ēs", "is": "ī", "us": "ū", "s": "ā", "š": "ā"} | {
    "a": "ā", "e": "ē", "i": "os",
}  # fmt: skip
"""Latvian endings of the nominative with those of the locative, the longer ones first."""


def drop_section(markdown: str, heading: str) -> str:
    """Without a heading and all that stands below it."""
    return edits.drop_section({_NAME: markdown}, heading)[_NAME]


def rename_heading(markdown: str, heading: str, to: str) -> str:
    """With another heading, such as a synonym."""
    return edits.rename_heading({_NAME: markdown}, heading, to=to)[_NAME]


def letter_space(markdown: str, heading: str) -> str:
    """With spaces between the letters of a heading, as designers set them."""
    return edits.space_heading({_NAME: markdown}, heading)[_NAME]


def blank_column(markdown: str, label: str, *, share: float = 1.0) -> str:
    """With nothing in a column, or in a share of its rows, which are spread evenly."""
    return edits.blank_column({_NAME: markdown}, label, share=share)[_NAME]


def split_table(markdown: str, words: str) -> str:
    """With a table over two pages; its caption or header contains the words."""
    return edits.split_table({_NAME: markdown}, words)[_NAME]


def negate(markdown: str, sentence: str) -> str:
    """With a sentence denied: what it names is in the text, and is not there."""
    return _replaced(markdown, sentence, _framed(markdown, sentence, _DENIALS))


def promise(markdown: str, sentence: str) -> str:
    """With a sentence put off until later."""
    return _replaced(markdown, sentence, _framed(markdown, sentence, _PROMISES))


def inflect(markdown: str, words: str) -> str:
    """With the last of some words in another form: the locative, in English the plural.

    >>> inflect("# Rīcības plāns", "Rīcības plāns")
    '# Rīcības plānā'
    """
    if _language(markdown) != "lv":
        return _replaced(markdown, words, f"{words}s")
    for ending, other in _LOCATIVES.items():
        if words.endswith(ending):
            return _replaced(markdown, words, words.removesuffix(ending) + other)
    message = f"“{words}” has no ending that is known."
    raise EditError(message)


def _framed(markdown: str, sentence: str, frames: dict[str, str]) -> str:
    clause = sentence[:1].lower() + sentence[1:]
    return frames[_language(markdown)].format(clause=clause)


def _language(markdown: str) -> str:
    return detect_language([parse_markdown(markdown, _NAME)])


def _replaced(markdown: str, old: str, new: str) -> str:
    if old not in markdown:
        message = f"“{old}” does not stand in the programme."
        raise EditError(message)
    return markdown.replace(old, new)
