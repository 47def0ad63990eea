"""What may change about people and enterprises."""

from donghanh.people.services.accounts import bind_account
from donghanh.people.services.enterprises import register_enterprise, update_enterprise
from donghanh.people.services.identity import confirm_provisional, merge_workers, unmerge_workers
from donghanh.people.services.workers import (
    admit_member,
    employ,
    end_employment,
    register_worker,
    transfer,
    update_worker,
)

__all__ = [
    "admit_member",
    "bind_account",
    "confirm_provisional",
    "employ",
    "end_employment",
    "merge_workers",
    "register_enterprise",
    "register_worker",
    "transfer",
    "unmerge_workers",
    "update_enterprise",
    "update_worker",
]
