"""What plancheck reads: one module or package a format."""
