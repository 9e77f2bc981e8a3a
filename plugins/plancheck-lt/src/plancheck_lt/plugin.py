"""What the plugin brings: the words of a language."""

from collections.abc import Iterable
from pathlib import Path

from plancheck.sdk import hookimpl


@hookimpl
def plancheck_vocabularies() -> Iterable[Path]:
    """Give the file of Lithuanian."""
    return [Path(__file__).parent / "vocabularies" / "lt.toml"]
