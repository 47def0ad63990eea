"""What people type about personal data."""

from donghanh.privacy.forms.breaches import BreachForm, StepForm
from donghanh.privacy.forms.requests import (
    AnswerForm,
    AskForm,
    EraseForm,
    ExtendForm,
    HoldForm,
    PaperForm,
    YesOnPaperForm,
)
from donghanh.privacy.forms.units import UnitForm

__all__ = [
    "AnswerForm",
    "AskForm",
    "BreachForm",
    "EraseForm",
    "ExtendForm",
    "HoldForm",
    "PaperForm",
    "StepForm",
    "UnitForm",
    "YesOnPaperForm",
]
