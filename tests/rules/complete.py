"""A small Latvian programme that passes every rule; tests change one thing in it."""

from pathlib import Path

COMPLETE = (Path(__file__).parent / "complete.md").read_text(encoding="utf-8")
