"""The facts of a session as one form, for planning and for correcting."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate, localtime, make_aware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.gatherings.access import co_hosts_of
from donghanh.gatherings.choices import Audience, SessionForm
from donghanh.gatherings.forms.topics import TopicTree
from donghanh.gatherings.listings.units import HostChoices, units_to_find
from donghanh.gatherings.models import Session
from donghanh.legal.models import Topic
from donghanh.org.fields import DayField, UnitField
from donghanh.org.models import Unit, User
from donghanh.org.queries.units import matching_units

SPARE_CO_HOSTS = 3
LONGEST = timedelta(hours=12)
"""An end before the start means the next day, as for a night shift, unless it would last longer than this."""
NUMBER = gettext_lazy("Write it as a number, for example 100.")


class CoHostField(UnitField):
    """Any unit of today by its code, and by words those that the planner may find."""

    url_name = "gatherings:co-host-suggestions"

    def __init__(self, *, planner: User, on: date, **options: Any) -> None:
        super().__init__(**options)
        self.units = Unit.objects.on(on)
        self.findable = units_to_find(planner, on=on)

    def exact(self, text: str) -> QuerySet[Unit]:
        """Return the unit with this code, or a findable one with this very name."""
        by_code = self.units.filter(code__iexact=text)
        return by_code if by_code.exists() else self.findable.filter(name__iexact=text)

    def near(self, text: str) -> QuerySet[Unit]:
        """Return the unit with this code, and the findable ones with these words."""
        found = matching_units(self.findable, text).values("pk")
        return self.units.filter(Q(code__iexact=text) | Q(pk__in=found)).order_by("code")


class ClockField(forms.TimeField):
    """A time of day written as 13:30."""

    default_error_messages = {
        "invalid": gettext_lazy("Write the time as 13:30."),
        "required": gettext_lazy("Write a time, for example 13:30."),
    }

    def __init__(self, **options: Any) -> None:
        widget = forms.TimeInput(format="%H:%M", attrs={"inputmode": "numeric", "autocomplete": "off"})
        formats = ["%H:%M", "%Hh%M", "%H.%M", "%Hh"]
        super().__init__(**{"widget": widget, "input_formats": formats, **options})


class LinesField(forms.CharField):
    """Texts, one a line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def clean(self, value: Any) -> list[str]:
        """Return the lines that say something."""
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]

    def prepare_value(self, value: Any) -> Any:
        """Show a list as lines."""
        return "\n".join(value) if isinstance(value, list) else value


class SessionFactsForm(forms.Form):
    """Everything about a session but its host, which never changes."""

    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=200,
        error_messages={"required": gettext_lazy("Write what the session is about.")},
    )
    topics = forms.ModelMultipleChoiceField(
        queryset=Topic.objects.in_use(),
        widget=TopicTree,
        label=gettext_lazy("Topics"),
        error_messages={"required": gettext_lazy("Choose at least one topic, so that the session counts under it.")},
    )
    day = DayField(label=gettext_lazy("Day"))
    starts = ClockField(label=gettext_lazy("Starts at"))
    ends = ClockField(label=gettext_lazy("Ends at"))
    place = forms.CharField(label=gettext_lazy("Place"), max_length=200, required=False)
    form = forms.ChoiceField(label=gettext_lazy("Form"), choices=SessionForm.choices, initial=SessionForm.DIRECT)
    integrated_into = forms.CharField(
        label=gettext_lazy("Integrated into"),
        help_text=gettext_lazy("only when part of another event: its name"),
        max_length=200,
        required=False,
    )
    link = forms.URLField(
        label=gettext_lazy("Link"),
        help_text=gettext_lazy("for people who join online"),
        required=False,
        assume_scheme="https",
        error_messages={"invalid": gettext_lazy("Write a whole address, for example https://zoom.us/j/123.")},
    )
    audiences = forms.MultipleChoiceField(
        label=gettext_lazy("For whom"),
        choices=Audience.choices,
        widget=forms.CheckboxSelectMultiple,
        initial=[Audience.WORKER],
        error_messages={"required": gettext_lazy("Choose for whom the session is.")},
    )
    expected_count = forms.IntegerField(
        label=gettext_lazy("Expected number of people"),
        min_value=1,
        max_value=1_000_000,
        required=False,
        localize=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": NUMBER, "min_value": NUMBER, "max_value": NUMBER},
    )
    speakers = LinesField(label=gettext_lazy("Speakers"), help_text=gettext_lazy("one a line"), required=False)
    partners = LinesField(label=gettext_lazy("Partners"), help_text=gettext_lazy("one a line"), required=False)
    document_numbers = LinesField(
        label=gettext_lazy("Documents disseminated"),
        help_text=gettext_lazy("by number, one a line, for example 45/2019/QH14"),
        required=False,
    )
    materials = forms.CharField(
        label=gettext_lazy("Materials handed out"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    notes = forms.CharField(label=gettext_lazy("Notes"), widget=forms.Textarea(attrs={"rows": 2}), required=False)
    is_public = forms.BooleanField(
        label=gettext_lazy("Announce this session to everybody"),
        help_text=gettext_lazy("title, time and place appear on the public page"),
        required=False,
    )

    def __init__(self, *args: Any, planner: User, co_hosts: int = 0, **options: Any) -> None:
        super().__init__(*args, **options)
        for number in range(co_hosts + SPARE_CO_HOSTS):
            self.fields[f"co_host_{number}"] = CoHostField(
                planner=planner,
                on=localdate(),
                label=_("Co-host %(number)s") % {"number": number + 1},
                help_text=_("code or name of a unit") if number == 0 else "",
                required=False,
            )

    @property
    def co_host_fields(self) -> list[forms.BoundField]:
        """Return the fields of the co-hosts, those in use and some to spare."""
        return [self[name] for name in self.fields if name.startswith("co_host_")]

    @property
    def has_more(self) -> bool:
        """Tell whether a field of the folded part holds something or was refused."""
        folded = ["speakers", "partners", "document_numbers", "materials", "notes", "is_public", "link"]
        names = [*folded, *(field.name for field in self.co_host_fields)]
        return any(self[name].errors or self[name].value() for name in names)

    def clean(self) -> dict[str, Any]:
        """Work out when the session starts and ends."""
        cleaned = super().clean() or {}
        day, starts, ends = (cleaned.get(name) for name in ("day", "starts", "ends"))
        if day and starts and ends:
            cleaned["starts_at"], cleaned["ends_at"] = self._hours(day, starts, ends)
        if cleaned.get("form") == SessionForm.INTEGRATED and not cleaned.get("integrated_into"):
            self.add_error("integrated_into", _("Write which event the session is part of."))
        return cleaned

    def _hours(self, day: date, starts: time, ends: time) -> tuple[datetime, datetime]:
        starts_at, ends_at = (make_aware(datetime.combine(day, clock)) for clock in (starts, ends))
        if ends_at <= starts_at:
            ends_at += timedelta(days=1)
        if ends_at - starts_at > LONGEST:
            message = _("The session would end before it starts, at %(ends)s. Write a later time.")
            self.add_error("ends", ValidationError(message % {"ends": ends.strftime("%H:%M")}))
        return starts_at, ends_at

    def co_hosts(self) -> list[Unit]:
        """Return the units that host beside the host."""
        chosen = [self.cleaned_data[field.name] for field in self.co_host_fields]
        return [unit for unit in chosen if unit]

    def facts(self) -> dict[str, Any]:
        """Return the session's own facts, as its services take them."""
        cleaned = self.cleaned_data
        plain = (
            "title", "starts_at", "ends_at", "place", "link", "form", "integrated_into", "audiences",
            "expected_count", "document_numbers", "materials", "notes", "is_public",
        )  # fmt: skip
        lines = {name: "\n".join(cleaned[name]) for name in ("speakers", "partners")}
        return {**{name: cleaned[name] for name in plain}, **lines}


class NewSessionForm(SessionFactsForm):
    """A session to plan, and who hosts it."""

    host = forms.ModelChoiceField(queryset=Unit.objects.none(), label=gettext_lazy("Host"), empty_label=None)
    field_order = ("host", "title", "topics")

    def __init__(self, *args: Any, hosts: HostChoices, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["host"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells the type checker
        field.queryset = Unit.objects.filter(pk__in=hosts.ids())
        groups = [(_("Your units"), hosts.own), (_("On behalf of"), hosts.on_behalf)]
        field.choices = [(words, [(unit.pk, unit.name) for unit in units]) for words, units in groups if units]


class CopyForm(forms.Form):
    """When the copy of a session takes place."""

    day = DayField(label=gettext_lazy("Day"))
    starts = ClockField(label=gettext_lazy("Starts at"))

    def starts_at(self) -> datetime:
        """Return the moment the copy starts."""
        return make_aware(datetime.combine(self.cleaned_data["day"], self.cleaned_data["starts"]))


class ReasonForm(forms.Form):
    """Why something is taken back."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Write in a few words why. The reason stays with the record.")},
    )


def facts_of(session: Session) -> dict[str, Any]:
    """Return what the form of an existing session starts from."""
    starts, ends = localtime(session.starts_at), localtime(session.ends_at)
    names = (
        "title", "place", "link", "form", "integrated_into", "audiences", "expected_count", "document_numbers",
        "materials", "notes", "is_public",
    )  # fmt: skip
    return {
        **{name: getattr(session, name) for name in names},
        "topics": list(session.topics.all()),
        "day": starts.date(),
        "starts": starts.time(),
        "ends": ends.time(),
        "speakers": session.speakers.splitlines(),
        "partners": session.partners.splitlines(),
        **{f"co_host_{number}": unit for number, unit in enumerate(co_hosts_of(session))},
    }
