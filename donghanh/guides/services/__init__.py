"""What may change about guides, links and shelves: one public function per decision."""

from donghanh.guides.services.counting import count_open, count_scan
from donghanh.guides.services.guides import (
    load_shipped,
    pass_over_waiting,
    reinstate_guide,
    renew_comparison,
    restore_version,
    retire_guide,
    revise_guide,
    take_waiting,
    verify_guide,
    write_guide,
)
from donghanh.guides.services.links import make_link
from donghanh.guides.services.shelves import (
    ShelfFacts,
    Thing,
    close_report,
    copy_shelf,
    make_shelf,
    move_up,
    put_on_shelf,
    reinstate_shelf,
    report_book,
    retire_shelf,
    revise_shelf,
    take_off_shelf,
)
from donghanh.guides.services.staleness import compared_anew, confirm_still_right, look_again, remember_words

__all__ = [
    "ShelfFacts",
    "Thing",
    "close_report",
    "compared_anew",
    "confirm_still_right",
    "copy_shelf",
    "count_open",
    "count_scan",
    "load_shipped",
    "look_again",
    "make_link",
    "make_shelf",
    "move_up",
    "pass_over_waiting",
    "put_on_shelf",
    "reinstate_guide",
    "reinstate_shelf",
    "remember_words",
    "renew_comparison",
    "report_book",
    "restore_version",
    "retire_guide",
    "retire_shelf",
    "revise_guide",
    "revise_shelf",
    "take_off_shelf",
    "take_waiting",
    "verify_guide",
    "write_guide",
]
