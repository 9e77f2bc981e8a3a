"""Documents read by meaning: parts, tables, measures, projects, indicators, codes."""

from plancheck.programme.programme import Programme

__all__ = ["Programme"]
