"""What may change about reports."""

from donghanh.reporting.services.drafts import save_draft
from donghanh.reporting.services.nothing import declare_nothing
from donghanh.reporting.services.sealing import Issue, seal_report

__all__ = ["Issue", "declare_nothing", "save_draft", "seal_report"]
