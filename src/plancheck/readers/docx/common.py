"""A quick way to tidy the text of a part that has only common letters and signs.

Looking at each letter for rare ones is a fifth of the time that reading takes. A part is
looked through once instead, byte by byte in C, and nearly all parts have nothing rare.
"""

from lxml import etree

from plancheck.sdk import tidy

_PRIVATE = (b"\xef\x80", b"\xef\x81", b"\xef\x82", b"\xef\x83")  # U+F000 to U+F0FF
_RARE = (
    *(bytes((lead,)) for lead in (0xCC, 0xCD, *range(0xD6, 0xE2), *range(0xE3, 0xF5))),
    b"\xce\x87",  # a Greek dot with a plain twin
    b"\xe2\x80\x90",  # hyphens with plain twins
    b"\xe2\x80\x91",
    b"\xe2\x84",  # letters used as units
    b"\xe2\x8c\xa9",
    b"\xe2\x8c\xaa",
)
"""In UTF-8: what may combine with other letters, or has a plain form that is written."""


class Letters:
    """What kinds of letters a part has anywhere in its text."""

    def __init__(self, root: etree._Element) -> None:
        text = etree.tostring(root, method="text", encoding="utf-8", with_tail=False)
        self.may_be_private = any(each in text for each in _PRIVATE)
        self._may_be_rare = any(each in text for each in _RARE)

    def tidy(self, text: str) -> str:
        """The text as `plancheck.sdk.tidy` gives it."""
        # A space that is no plain one, a line end or an invisible sign is not printable.
        if self._may_be_rare or "  " in text or not text.isprintable():
            return tidy(text)
        return text.strip()
