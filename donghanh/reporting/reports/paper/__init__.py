"""The report as an official document; everything on this paper is Vietnamese."""

from donghanh.reporting.reports.paper.document import Paper, write_paper
from donghanh.reporting.reports.paper.letterhead import Letterhead, letterhead_of

__all__ = ["Letterhead", "Paper", "letterhead_of", "write_paper"]
