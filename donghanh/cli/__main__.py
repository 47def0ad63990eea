"""Allow ``python -m donghanh.cli``."""

from donghanh.cli import main

main()
