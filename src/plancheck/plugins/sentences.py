"""Files of sentences: what the rules of a plugin say, in another language.

```toml
language = "lv"

[sentences]
"No measure names its target group." = "Neviens pasākums nenosauc savu mērķgrupu."
```
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from plancheck.settings.checked_toml import (
    CheckedTable,
    SettingsError,
    load_toml,
    unknown_name,
)
from plancheck.translation import LANGUAGES


@dataclass(frozen=True, slots=True)
class SentenceFile:
    """The sentences of one language, each by its English template."""

    language: str
    sentences: Mapping[str, str]


def read_sentences(path: Path) -> SentenceFile:
    """The sentences of a TOML file.

    Raises:
        SettingsError: It is no such file, or a translation names other values than its
            sentence: a report that needs them could not be written.
    """
    table = CheckedTable(load_toml(path), str(path))
    table.require("language", "sentences")
    language = table.text("language") or ""
    if language not in LANGUAGES:
        raise unknown_name("language", language, LANGUAGES, str(path))
    sentences = table.text_table("sentences")
    for sentence, translation in sentences.items():
        if _values(sentence) != _values(translation):
            raise SettingsError(
                "{where}: the translation of “{sentence}” must name the same values in "
                "braces, each as the sentence does: {values}.",
                where=str(path),
                sentence=sentence,
                values=", ".join(sorted(_values(sentence))) or "–",
            )
    return SentenceFile(language, sentences)


def _values(template: str) -> frozenset[str]:
    """What stands in the braces of a template; a brace that is not closed stands for all."""
    try:
        parts = tuple(Formatter().parse(template))
    except ValueError:
        return frozenset({template})
    return frozenset(name for _text, name, _format, _turn in parts if name is not None)
