"""Synthetic data, visibly fictional: a living organisation to look at, and provinces to measure on."""

from donghanh.demo.generation import generate, is_demo_there
from donghanh.demo.logins import Login, demo_logins
from donghanh.demo.scales import SCALES, Scale
from donghanh.demo.summary import Summary

__all__ = ["SCALES", "Login", "Scale", "Summary", "demo_logins", "generate", "is_demo_there"]
