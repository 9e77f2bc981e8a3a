"""Reads OpenDocument texts for plancheck."""
