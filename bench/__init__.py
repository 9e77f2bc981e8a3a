"""Speed of plancheck against a bare parse of the same file, as commands."""
