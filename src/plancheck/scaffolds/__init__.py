"""Writes the beginnings of a rule and of a plugin, which work as they are."""

from plancheck.scaffolds.writing import (
    ScaffoldError,
    new_plugin,
    new_rule,
)

__all__ = ["ScaffoldError", "new_plugin", "new_rule"]
