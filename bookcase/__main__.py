"""``python -m bookcase``: the command line."""

import sys

from bookcase.cli import main

sys.exit(main())
