"""What officers type about people and enterprises."""

from donghanh.people.forms.accounts import AccountForm
from donghanh.people.forms.employments import (
    AdmitForm,
    EmployForm,
    EndEmploymentForm,
    EndMembershipForm,
    PlaceForm,
    TransferForm,
)
from donghanh.people.forms.enterprises import EnterpriseForm, NewEnterpriseForm
from donghanh.people.forms.workers import ConfirmForm, NewWorkerForm, WorkerForm

__all__ = [
    "AccountForm",
    "AdmitForm",
    "ConfirmForm",
    "EmployForm",
    "EndEmploymentForm",
    "EndMembershipForm",
    "EnterpriseForm",
    "NewEnterpriseForm",
    "NewWorkerForm",
    "PlaceForm",
    "TransferForm",
    "WorkerForm",
]
