"""What those who keep the law type: a file and where it comes from, the facts of a document, reasons, relations."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.kernel.text import clean
from donghanh.legal.choices import RelationKind
from donghanh.legal.models import LegalDocument, Relation, Topic
from donghanh.legal.services.keeping import DocumentFacts
from donghanh.legal.services.trying_out import Origin
from donghanh.legal.structure.files import KINDS, MAX_BYTES, MEGABYTE
from donghanh.org.fields import DayField


class TextForm(forms.Form):
    """A file with a legal text, and where it comes from."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(".txt, .html, .docx, .pdf with text, or .jsonl of articles"),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(KINDS)}),
        error_messages={
            "required": gettext_lazy("Choose a file."),
            "missing": gettext_lazy("Choose a file."),
            "invalid": gettext_lazy("Choose a file."),
            "empty": gettext_lazy("This file is empty. Choose another one."),
        },
    )
    source = forms.CharField(
        label=gettext_lazy("Source"),
        max_length=300,
        help_text=gettext_lazy("who published it, for example: the official gazette, issue and day"),
        error_messages={"required": gettext_lazy("Write where the text comes from.")},
    )
    source_url = forms.URLField(
        label=gettext_lazy("Address of the source"), max_length=500, required=False, assume_scheme="https"
    )
    number = forms.CharField(
        label=gettext_lazy("Document number"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("only if the text itself does not say it, for example 45/2019/QH14"),
    )

    def clean_file(self) -> Any:
        """Refuse at once what is too large to be read."""
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            message = _("The file has %(size)s MB; at most %(limit)s MB are read. Send a smaller one.")
            raise ValidationError(message % {"size": file.size // MEGABYTE, "limit": MAX_BYTES // MEGABYTE})
        return file

    @property
    def origin(self) -> Origin:
        """Return where the text comes from."""
        told = self.cleaned_data
        return Origin(clean(told["source"]), told["source_url"], clean(told["number"]))


class ReasonForm(forms.Form):
    """Why something is done that readers feel."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": gettext_lazy("Write in one sentence why.")},
    )


class DocumentForm(ReasonForm):
    """What is on record of a document."""

    title = forms.CharField(
        label=gettext_lazy("Title of the document"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": gettext_lazy("Write the title.")},
    )
    issuer = forms.CharField(label=gettext_lazy("Issued by"), max_length=200, required=False)
    issued_on = DayField(label=gettext_lazy("Issued on"), required=False)
    in_force_on = DayField(label=gettext_lazy("In force from"), required=False)
    expired_on = DayField(
        label=gettext_lazy("No longer in force from"),
        required=False,
        help_text=gettext_lazy("the first day on which it is no longer law"),
    )
    aliases = forms.CharField(
        label=gettext_lazy("Short names"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("one a line, as people write them"),
    )
    topics = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Topics"), queryset=Topic.objects.in_use(), required=False
    )
    field_order = ["title", "issuer", "issued_on", "in_force_on", "expired_on", "aliases", "topics", "reason"]

    def __init__(self, *args: Any, document: LegalDocument, **options: Any) -> None:
        names = ("title", "issuer", "issued_on", "in_force_on", "expired_on")
        initial = {name: getattr(document, name) for name in names}
        initial |= {"aliases": "\n".join(document.aliases), "topics": document.topics.all()}
        super().__init__(*args, **{**options, "initial": initial})

    @property
    def facts(self) -> DocumentFacts:
        """Return what was typed of the document."""
        told = self.cleaned_data
        return DocumentFacts(
            title=told["title"],
            issuer=told["issuer"],
            issued_on=told["issued_on"],
            in_force_on=told["in_force_on"],
            expired_on=told["expired_on"],
            aliases=tuple(told["aliases"].splitlines()),
        )


class RelationForm(ReasonForm):
    """What a document does to another one."""

    kind = forms.ChoiceField(label=gettext_lazy("What it does"), choices=RelationKind)
    number = forms.CharField(
        label=gettext_lazy("Number of the other document"),
        max_length=60,
        error_messages={"required": gettext_lazy("Write the number, for example 12/2012/QH13.")},
    )
    article = forms.CharField(
        label=gettext_lazy("Article"), max_length=20, required=False, help_text=gettext_lazy("blank = all of it")
    )
    starts_on = DayField(label=gettext_lazy("From"), required=False)
    field_order = ["kind", "number", "article", "starts_on", "reason"]

    def __init__(self, *args: Any, document: LegalDocument, **options: Any) -> None:
        super().__init__(*args, **options)
        self._document = document

    def clean(self) -> None:
        """Refuse what is on record already."""
        told = self.cleaned_data
        number, article = clean(told.get("number", "")), clean(told.get("article", ""))
        if number == self._document.number:
            self.add_error("number", _("A document does nothing to itself. Write the number of another one."))
        elif self._document.relations.filter(kind=told.get("kind"), number=number, article=article).exists():
            self.add_error("number", _("This is on record already."))

    @property
    def relation(self) -> Relation:
        """Return what was typed."""
        told = self.cleaned_data
        return Relation(
            document=self._document,
            kind=told["kind"],
            number=clean(told["number"]),
            article=clean(told["article"]),
            starts_on=told["starts_on"],
            note=told["reason"],
        )
