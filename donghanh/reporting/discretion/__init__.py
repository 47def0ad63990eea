"""What readers without names are not told: one decision for pages, files, reports and programs."""

from donghanh.reporting.discretion.decisions import Discretion
from donghanh.reporting.discretion.limits import check_askable
from donghanh.reporting.discretion.tables import Vantage
from donghanh.reporting.discretion.verdicts import OPEN, HostedVerdict, Verdict

__all__ = ["OPEN", "Discretion", "HostedVerdict", "Vantage", "Verdict", "check_askable"]
