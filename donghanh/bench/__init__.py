"""Measurements on generated data: ratios taken in one run, printed with the size of the data."""

from donghanh.bench.measures import NAMES, measure

__all__ = ["NAMES", "measure"]
