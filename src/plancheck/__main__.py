"""`python -m plancheck` is the same as `plancheck`."""

import sys

from plancheck.cli import main

if __name__ == "__main__":
    sys.exit(main())
