"""The exit statuses; where findings and incomplete both hold, incomplete wins."""

OK = 0
FINDINGS = 1
CALLED_WRONGLY = 2
INCOMPLETE = 3
INTERRUPTED = 130
BROKEN_PIPE = 141
