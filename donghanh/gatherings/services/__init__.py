"""What may change about sessions and presence."""

from donghanh.gatherings.services.check_in import check_in, check_in_by_account, check_in_by_phone
from donghanh.gatherings.services.folding import fold_session, fold_waiting
from donghanh.gatherings.services.headcounts import attach_evidence, record_headcount, record_headcounts
from donghanh.gatherings.services.name_lists import (
    annul_attendance,
    record_history_names,
    record_list,
    record_names,
    record_walk_in,
)
from donghanh.gatherings.services.scans import scan_card, take_back_scan
from donghanh.gatherings.services.sessions import (
    cancel_session,
    copy_session,
    plan_session,
    retopic_session,
    revise_session,
    set_co_hosts,
    set_volunteers,
    update_session,
)
from donghanh.gatherings.services.taking_back import reinstate_session

__all__ = [
    "annul_attendance",
    "attach_evidence",
    "cancel_session",
    "check_in",
    "check_in_by_account",
    "check_in_by_phone",
    "copy_session",
    "fold_session",
    "fold_waiting",
    "plan_session",
    "record_headcount",
    "record_headcounts",
    "record_history_names",
    "record_list",
    "record_names",
    "record_walk_in",
    "reinstate_session",
    "retopic_session",
    "revise_session",
    "scan_card",
    "set_co_hosts",
    "set_volunteers",
    "take_back_scan",
    "update_session",
]
