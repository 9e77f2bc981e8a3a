"""The letters of the languages in Latin script, to stand in the classes of expressions.

A name may be across a border: it is told by its capital, whatever language that is of.
"""

_LETTERS = [chr(code) for code in range(0x250) if chr(code).isalpha()]

CAPITALS = "".join(filter(str.isupper, _LETTERS))
"""`A` to `Ž`, with the capitals of all languages in Latin script."""
SMALL_LETTERS = "".join(filter(str.islower, _LETTERS))
"""`a` to `ž`, likewise."""
