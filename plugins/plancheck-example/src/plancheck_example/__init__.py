"""The smallest whole plugin for plancheck."""
