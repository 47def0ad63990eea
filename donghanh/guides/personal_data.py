"""What this room stores about people: who wrote, checked and closed something; readers leave no trace."""

from django.utils.translation import gettext_lazy as _

from donghanh.core.personal_data import Use, declare, no_people, not_personal

TRACE = Use(_("saying who entered it"), _("duty to show who did what"), "official", ("law",))
SHELVES = Use(_("keeping bookcases complete"), _("task of the union"), "official", ("shelves",))

no_people("guides.Guide", "guides.Comparison", "guides.LinkOpens", "guides.ShelfItem", "guides.ShelfScans")
declare("guides.GuideVersion", TRACE, other=("made_by", "checked_by"))
not_personal(
    "guides.GuideVersion", "guide", "number", "state", "content", "digest", "is_shipped", "note", "made_at",
    "compared_on", "review_by", "verification", "checked_on",
)  # fmt: skip
declare("guides.StaleMark", TRACE, other=("settled_by",))
not_personal(
    "guides.StaleMark", "kind", "key", "reason", "document", "article", "old_sha256", "new_sha256", "since",
    "found_at", "settled_at", "settlement", "note",
)  # fmt: skip
declare("guides.ShareLink", SHELVES, other=("made_by",))
not_personal("guides.ShareLink", "code", "guide", "unit", "place", "made_at")
declare("guides.Shelf", SHELVES, other=("made_by",))
not_personal("guides.Shelf", "code", "unit", "kind", "name", "place", "made_at", "retired_at")
declare("guides.BookReport", SHELVES, text=("words", "closing_note"), other=("closed_by",))
not_personal("guides.BookReport", "shelf", "fault", "made_at", "closed_at")
