"""Writes a `Document` as a Word file that looks like a municipality's own."""

from .document import build_docx
from .source import footnote_anchors, pictures

__all__ = ["build_docx", "footnote_anchors", "pictures"]
