"""A small Latvian programme that passes every rule; tests change one thing in it."""

from plancheck.testing import COMPLETE

__all__ = ["COMPLETE"]
