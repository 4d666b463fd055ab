"""`python -m natverk` is the command `natverk`."""

import sys

from natverk.cli import main

sys.exit(main())
