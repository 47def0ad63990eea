"""What officers type about people and enterprises."""

from donghanh.people.forms.accounts import AccountForm
from donghanh.people.forms.cards import AnnulCardForm, CardSheetForm
from donghanh.people.forms.employments import (
    AdmitForm,
    EmployForm,
    EndEmploymentForm,
    EndMembershipForm,
    PlaceForm,
    TransferForm,
)
from donghanh.people.forms.enterprises import EnterpriseForm, NewEnterpriseForm
from donghanh.people.forms.reveals import RevealForm
from donghanh.people.forms.workers import ConfirmForm, NewWorkerForm, WorkerForm

__all__ = [
    "AccountForm",
    "AdmitForm",
    "AnnulCardForm",
    "CardSheetForm",
    "ConfirmForm",
    "EmployForm",
    "EndEmploymentForm",
    "EndMembershipForm",
    "EnterpriseForm",
    "NewEnterpriseForm",
    "NewWorkerForm",
    "PlaceForm",
    "RevealForm",
    "TransferForm",
    "WorkerForm",
]
