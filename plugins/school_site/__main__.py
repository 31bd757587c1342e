"""`python -m school_site …`: the command line without Invoke."""

import sys

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
