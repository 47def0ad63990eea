"""A whole guide as officers write it: both languages, what it stands on, what it is about."""

from functools import partial
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from donghanh.calculators.calculator import calculators
from donghanh.guides.content_files import known_names, unknown_names
from donghanh.guides.content_format import SLUG, Content, Words
from donghanh.guides.content_reading import read_content
from donghanh.guides.errors import GuideUnfit
from donghanh.guides.forms import lines
from donghanh.guides.queries.known import library
from donghanh.legal.models import Topic
from donghanh.org.fields import DayField

_ONE_A_LINE = gettext_lazy("one thing a line")
_PARTS = gettext_lazy("one a line, two parts with | between them")
_MARKS = gettext_lazy("each statement of law with its citations, as [1] or [1,3]")
LISTS = ("steps", "papers", "traps")
PAIRS = {"deadlines": ("what", "when"), "call": ("who", "how")}


def _area(label: Any, hint: Any = "", *, rows: int = 4, required: bool = True) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=hint, widget=widget, required=required)


def _several(label: Any, *, required: bool = True) -> forms.MultipleChoiceField:
    widget = forms.SelectMultiple(attrs={"size": 8})
    return forms.MultipleChoiceField(label=label, choices=(), widget=widget, required=required)


class GuideForm(forms.Form):
    """Everything a guide consists of."""

    slug = forms.CharField(
        label=gettext_lazy("Address"), max_length=60, help_text=gettext_lazy("small letters and hyphens, for good"),
        validators=[RegexValidator(SLUG, gettext_lazy("Write small letters without accents, with hyphens between."))],
    )  # fmt: skip
    topics = _several(gettext_lazy("Topics"))
    calculators = _several(gettext_lazy("Calculators"), required=False)
    related = _several(gettext_lazy("Guides to read on"), required=False)
    words = _area(gettext_lazy("Words that workers type"), _ONE_A_LINE)
    cites = _area(
        gettext_lazy("Citations"),
        gettext_lazy("number | document | article | clause | point | from | until | certainty A, B, C or M | note"),
        rows=8,
    )
    compared_on = DayField(label=gettext_lazy("Compared with the texts on"))
    review_by = DayField(label=gettext_lazy("To be reviewed by"))
    note = forms.CharField(label=gettext_lazy("What changed"), max_length=300, required=False)

    def __init__(self, *args: Any, content: Content | None = None, **options: Any) -> None:
        if content:
            options["initial"] = _typed(content)
        super().__init__(*args, **options)
        self.content: Content | None = None
        self._slug = content.slug if content else ""
        if content:
            del self.fields["slug"]
        for language in ("vi", "en"):
            self.fields |= _language_fields(language)
        self.fields["topics"].choices = [(topic.code, topic.name) for topic in Topic.objects.in_use()]  # type: ignore[attr-defined]
        self.fields["calculators"].choices = [(one.name, one.title.vi) for one in calculators()]  # type: ignore[attr-defined]
        there = library().guides.values()
        self.fields["related"].choices = [  # type: ignore[attr-defined]
            (guide.slug, guide.content.vi.title) for guide in there if guide.slug != self._slug
        ]

    def parts(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Return the fields under their headings, in the order in which they are filled in."""
        said = [[self[name] for name in self.fields if name.startswith(f"{code}_")] for code in ("vi", "en")]
        rest = [self[name] for name in self.fields if not name.startswith(("vi_", "en_"))]
        return [(_("In Vietnamese"), said[0]), (_("In English"), said[1]), (_("What it stands on"), rest)]

    def clean(self) -> dict[str, Any]:
        """Put the guide together; what breaks the format is told at its field."""
        written = {**(super().clean() or {})}
        given: dict[str, Any] = {
            name: written.get(name) for name in ("topics", "calculators", "related", "compared_on", "review_by")
        }
        given["slug"] = written.get("slug") or self._slug
        given["words"] = lines.lines(written.get("words", ""))
        given["cites"] = self._read("cites", lines.cites, written.get("cites", ""))
        for language in ("vi", "en"):
            given[language] = self._said(language, written)
        if not self.errors:
            self._fit(given)
        return written

    def _said(self, language: str, written: dict[str, Any]) -> dict[str, Any]:
        said: dict[str, Any] = {name: written.get(f"{language}_{name}", "") for name in ("title", "question", "answer")}
        said |= {name: lines.lines(written.get(f"{language}_{name}", "")) for name in LISTS}
        for name, (first, second) in PAIRS.items():
            field = f"{language}_{name}"
            said[name] = self._read(field, partial(lines.pairs, first=first, second=second), written.get(field, ""))
        return said

    def _read(self, field: str, read: Any, text: str) -> Any:
        try:
            return read(text)
        except forms.ValidationError as error:
            self.add_error(field, error)
            return []

    def _fit(self, given: dict[str, Any]) -> None:
        try:
            content = read_content(given, _("Guide"))
        except GuideUnfit as fault:
            self._refuse(fault)
            return
        known = known_names({*library().guides, content.slug})
        for name, code in unknown_names(content, known):
            self.add_error(name, _("“%(code)s” does not exist.") % {"code": code})
        self.content = content

    def _refuse(self, fault: GuideUnfit) -> None:
        field = "_".join(fault.field.split(".")[:2])
        self.add_error(field if field in self.fields else None, str(fault))


def _language_fields(language: str) -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {
        "title": forms.CharField(label=pgettext_lazy("guide", "Title"), max_length=120),
        "question": forms.CharField(label=gettext_lazy("The question, as a worker asks it"), max_length=200),
        "answer": _area(gettext_lazy("The answer in three sentences"), _MARKS),
        "steps": _area(gettext_lazy("What you do now"), _ONE_A_LINE, rows=7),
        "deadlines": _area(gettext_lazy("Deadlines"), _PARTS, required=False),
        "papers": _area(gettext_lazy("Papers to bring"), _ONE_A_LINE, required=False),
        "call": _area(gettext_lazy("Whom to ask"), _PARTS),
        "traps": _area(gettext_lazy("Easily mistaken"), _ONE_A_LINE, required=False),
    }
    return {f"{language}_{name}": field for name, field in fields.items()}


def _typed(content: Content) -> dict[str, Any]:
    """Return a guide as it is typed."""
    typed: dict[str, Any] = {
        "topics": content.topics, "calculators": content.calculators, "related": content.related,
        "words": "\n".join(content.words), "cites": lines.cite_lines(content.cites),
        "compared_on": content.compared_on, "review_by": content.review_by,
    }  # fmt: skip
    for language in ("vi", "en"):
        typed |= {f"{language}_{name}": text for name, text in _said_as_typed(content.said_in(language)).items()}
    return typed


def _said_as_typed(words: Words) -> dict[str, str]:
    return {
        **{name: getattr(words, name) for name in ("title", "question", "answer")},
        **{name: "\n".join(getattr(words, name)) for name in LISTS},
        **{name: lines.pair_lines(getattr(words, name), *parts) for name, parts in PAIRS.items()},
    }
