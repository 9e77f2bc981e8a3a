"""Writes the beginnings of a programme, a rule and a plugin, which work as they are."""

from plancheck.scaffolds.programme import new_programme
from plancheck.scaffolds.writing import (
    ScaffoldError,
    new_plugin,
    new_rule,
)

__all__ = ["ScaffoldError", "new_plugin", "new_programme", "new_rule"]
