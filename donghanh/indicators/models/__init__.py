"""Indicators with their definitions, the figures that units stand for, and groups without a unit."""

from donghanh.indicators.models.figure import Figure, FigureCredit, cuts_key
from donghanh.indicators.models.indicator import Indicator
from donghanh.indicators.models.waiting import WaitingGroup

__all__ = ["Figure", "FigureCredit", "Indicator", "WaitingGroup", "cuts_key"]
