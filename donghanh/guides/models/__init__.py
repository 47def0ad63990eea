"""Guides, links to them, shelves, and what the law made stale."""

from donghanh.guides.models.guide import Guide, GuideVersion
from donghanh.guides.models.link import LinkOpens, ShareLink
from donghanh.guides.models.shelf import BookReport, Shelf, ShelfItem, ShelfScans
from donghanh.guides.models.stale import Comparison, StaleMark

__all__ = [
    "BookReport",
    "Comparison",
    "Guide",
    "GuideVersion",
    "LinkOpens",
    "ShareLink",
    "Shelf",
    "ShelfItem",
    "ShelfScans",
    "StaleMark",
]
