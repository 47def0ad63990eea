"""Reach: how many distinct people, who was not reached, and what stands behind each figure."""

from donghanh.reporting.reach.figures import Home, Hosted, home, hosted
from donghanh.reporting.reach.question import Question

__all__ = ["Home", "Hosted", "Question", "home", "hosted"]
