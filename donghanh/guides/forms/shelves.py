"""What is written about bookcases: by officers about the shelf, by readers about what they miss."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from donghanh.guides.choices import BookFault, ShelfKind
from donghanh.guides.models import Guide
from donghanh.guides.queries.known import library
from donghanh.guides.services import ShelfFacts, Thing
from donghanh.legal.citations import parse_citation
from donghanh.org.fields import spelled
from donghanh.org.models import Unit


class ShelfForm(forms.Form):
    """What is said about a bookcase, and whose it is."""

    unit = forms.ModelChoiceField(label=gettext_lazy("Unit"), queryset=Unit.objects.none(), empty_label=None)
    name = forms.CharField(
        label=gettext_lazy("Name of the shelf"),
        max_length=120,
        help_text=gettext_lazy("for example: Bookcase of Dormitory 2"),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Kind of place"), choices=())
    place = forms.CharField(
        label=gettext_lazy("Where it stands"), max_length=200, help_text=gettext_lazy("so that a reader finds it")
    )

    def __init__(self, *args: Any, units: QuerySet[Unit] | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].choices = spelled(ShelfKind.choices)  # type: ignore[attr-defined]
        if units is None:
            del self.fields["unit"]
        else:
            self.fields["unit"].queryset = units  # type: ignore[attr-defined]

    @property
    def facts(self) -> ShelfFacts:
        """Return what was written."""
        written = self.cleaned_data
        return ShelfFacts(written["name"], ShelfKind(written["kind"]), written["place"])


class ShelfItemForm(forms.Form):
    """What is put on a shelf: one of a guide, a citation, a printed book."""

    guide = forms.ChoiceField(label=gettext_lazy("Guide"), required=False)
    citation = forms.CharField(
        label=gettext_lazy("Law"), required=False, max_length=200,
        help_text=gettext_lazy("for example: Điều 97 45/2019/QH14, or the number alone"),
    )  # fmt: skip
    title = forms.CharField(label=gettext_lazy("Printed book"), required=False, max_length=200)
    note = forms.CharField(label=gettext_lazy("Note for readers"), required=False, max_length=200)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        language = get_language()
        titles = sorted((guide.content.said_in(language).title, slug) for slug, guide in library().guides.items())
        self.fields["guide"].choices = [("", "—"), *((slug, title) for title, slug in titles)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Take exactly one thing, and a citation only when it is understood."""
        written = {**(super().clean() or {})}
        if sum(bool(written.get(name)) for name in ("guide", "citation", "title")) != 1:
            raise forms.ValidationError(_("Fill in one of guide, law and printed book."))
        if typed := written.get("citation"):
            reference = parse_citation(typed, localdate())
            if reference is None:
                self.add_error(
                    "citation",
                    _("“%(typed)s” is not understood. Write it as: Điều 97 45/2019/QH14.") % {"typed": typed},
                )
            written["reference"] = reference
        return written

    @property
    def thing(self) -> Thing:
        """Return what was chosen."""
        written = self.cleaned_data
        if reference := written.get("reference"):
            return Thing(document=reference.number, article=reference.article, note=written["note"])
        guide = Guide.objects.get(slug=written["guide"]) if written["guide"] else None
        return Thing(guide=guide, title=written["title"], note=written["note"])


class BookReportForm(forms.Form):
    """What a reader misses; he says nothing about himself."""

    fault = forms.ChoiceField(
        label=gettext_lazy("What is wrong"), choices=(), widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what is wrong.")},
    )  # fmt: skip
    words = forms.CharField(
        label=gettext_lazy("Which book or document"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("no names of people"),
        error_messages={"required": gettext_lazy("Write which book or document it is.")},
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["fault"].choices = spelled(BookFault.choices)  # type: ignore[attr-defined]


class ClosingForm(forms.Form):
    """What was done about a report."""

    note = forms.CharField(
        label=gettext_lazy("What was done"), max_length=300,
        error_messages={"required": gettext_lazy("Write what was done, for example: replaced by the 2026 print.")},
    )  # fmt: skip
