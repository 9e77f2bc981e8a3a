"""Lithuanian for plancheck."""
