"""What people type about figures."""

from donghanh.indicators.forms.figure import CorrectForm, DeclareForm, FigureForm
from donghanh.indicators.forms.waiting import AssignForm
from donghanh.indicators.forms.withdraw import WithdrawForm

__all__ = ["AssignForm", "CorrectForm", "DeclareForm", "FigureForm", "WithdrawForm"]
