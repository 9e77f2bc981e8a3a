"""The columns of a plan that split a sum by who pays it."""

SHARES = ("municipal share", "eu share", "state share", "private share", "other share")
"""Concepts of the vocabulary, the municipality's own money first."""

SHARE_COLUMNS = frozenset(SHARES)
