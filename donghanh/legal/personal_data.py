"""What this room stores about people: who brought in and checked a text, and the searches a person keeps."""

from django.utils.translation import gettext_lazy as _

from donghanh.core.personal_data import Subject, Use, about, declare, no_people, not_personal

TRACE = Use(_("saying who entered it"), _("duty to show who did what"), "official", ("public",))
SEARCHES = Use(_("telling a reader of new law"), _("needed for what the person asked for"), "account")

no_people("legal.Topic")
no_people("legal.Relation")
no_people("legal.Article")
no_people("legal.Citation")
declare("legal.LegalDocument", TRACE, other=("checked_by",))
not_personal(
    "legal.LegalDocument", "number", "slug", "kind", "title", "issuer", "issued_on", "in_force_on", "expired_on",
    "aliases", "verification", "checked_on",
)  # fmt: skip
declare("legal.Edition", TRACE, other=("read_by", "checked_by"))
not_personal(
    "legal.Edition", "document", "kind", "name", "applies_from", "state", "source", "source_url", "file_name", "sha256",
    "read_on", "findings", "is_whole", "verification", "checked_on",
)  # fmt: skip
declare("legal.SavedSearch", SEARCHES, ordinary=("user", "query", "filters", "seen"), text=("name",))
not_personal("legal.SavedSearch", "new_count", "created_at", "checked_at", "removed_at")
about("legal.SavedSearch", Subject(user="user", goes=True))
