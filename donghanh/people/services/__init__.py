"""What may change about people and enterprises."""

from donghanh.people.services.accounts import bind_account, bind_own_account
from donghanh.people.services.cards import annul_card, issue_cards, renew_card
from donghanh.people.services.enterprises import register_enterprise, update_enterprise
from donghanh.people.services.identity import confirm_provisional, merge_workers, unmerge_workers
from donghanh.people.services.reveals import ask_for_names, end_names, grant_names, refuse_names, reveal_numbers
from donghanh.people.services.taking_back import reopen_employment, withdraw_admission
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
    "annul_card",
    "ask_for_names",
    "bind_account",
    "bind_own_account",
    "confirm_provisional",
    "employ",
    "end_employment",
    "end_membership",
    "end_names",
    "grant_names",
    "issue_cards",
    "merge_workers",
    "place_at_work",
    "refuse_names",
    "register_enterprise",
    "register_worker",
    "renew_card",
    "reopen_employment",
    "reveal_numbers",
    "transfer",
    "unmerge_workers",
    "update_enterprise",
    "update_worker",
    "withdraw_admission",
]
