"""A report as notes to be written into the documents that it is about."""

from plancheck.noting.notes import MOST_NOTES, notes_of

__all__ = ["MOST_NOTES", "notes_of"]
