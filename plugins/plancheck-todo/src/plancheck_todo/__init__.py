"""Writes what plancheck found as a list of things to do."""
