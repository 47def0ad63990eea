"""What may change about people and enterprises."""

from donghanh.people.services.accounts import bind_account, change_account_password
from donghanh.people.services.enterprises import register_enterprise, update_enterprise
from donghanh.people.services.identity import confirm_provisional, merge_workers, unmerge_workers
from donghanh.people.services.workers import (
    admit_member,
    employ,
    end_employment,
    end_membership,
    place_at_work,
    register_worker,
    transfer,
    update_worker,
)

__all__ = [
    "admit_member",
    "bind_account",
    "change_account_password",
    "confirm_provisional",
    "employ",
    "end_employment",
    "end_membership",
    "merge_workers",
    "place_at_work",
    "register_enterprise",
    "register_worker",
    "transfer",
    "unmerge_workers",
    "update_enterprise",
    "update_worker",
]
