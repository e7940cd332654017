"""Install what a folder names, and say where, or why not."""

from __future__ import annotations

import sys

from tests.npm import NpmError, install

if __name__ == "__main__":
    try:
        for name in sys.argv[1:]:
            sys.stdout.write(f"{install(name)}\n")
    except NpmError as error:
        sys.exit(str(error))
