"""The numbers by which scripts tell how a check went; apart, so that `--help` is quick."""

OK = 0
FINDINGS = 1
INCOMPLETE = 3
