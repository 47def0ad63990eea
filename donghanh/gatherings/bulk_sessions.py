"""What an officer does to many sessions at once."""

from functools import cached_property
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from donghanh.core.bulk.action import BulkAction
from donghanh.gatherings import services
from donghanh.gatherings.forms.topics import TopicTree
from donghanh.gatherings.models import Session
from donghanh.legal.models import Topic

ADD, REPLACE = "add", "replace"


class TopicsForm(forms.Form):
    """Topics, and whether the ones on record stay."""

    how = forms.ChoiceField(
        label=gettext_lazy("How"),
        choices=[(ADD, gettext_lazy("Add these topics")), (REPLACE, gettext_lazy("Replace the old ones"))],
        widget=forms.RadioSelect,
        initial=ADD,
    )
    topics = forms.ModelMultipleChoiceField(
        Topic.objects.none(),
        label=gettext_lazy("Topics"),
        widget=TopicTree,
        error_messages={"required": gettext_lazy("Choose at least one topic.")},
    )

    def __init__(self, data: QueryDict | None) -> None:
        super().__init__(data)
        self.fields["topics"].queryset = Topic.objects.in_use()  # type: ignore[attr-defined]


class ReasonForm(forms.Form):
    """Why sessions are called off."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=200,
        help_text=gettext_lazy("without names of people"),
        error_messages={"required": gettext_lazy("Write why the sessions are cancelled.")},
    )


class SessionAction(BulkAction):
    """An act on sessions that the actor may know of; each service asks whether he may change this one."""

    fields: type[TopicsForm | ReasonForm]

    @classmethod
    def form(cls, actor: Any, data: QueryDict | None) -> forms.Form:
        """Ask for what is to be known."""
        return cls.fields(data)

    @classmethod
    def records(cls, actor: Any) -> QuerySet[Any]:
        """Return the sessions that the actor may open."""
        return Session.objects.visible_to(actor).select_related("host")

    def url(self, record: Any) -> str:
        """Return the page of the session."""
        return reverse("gatherings:session-detail", args=[record.pk])


class Retopic(SessionAction):
    """Many sessions are put under other topics."""

    name = "topics"
    title = gettext_lazy("Change the topics")
    fields = TopicsForm

    @cached_property
    def _names(self) -> dict[str, str]:
        return {topic.code: topic.name for topic in Topic.objects.all()}

    def state(self, record: Session) -> dict[str, Any]:
        """Return the codes of the topics."""
        return {"topics": sorted(record.topics.values_list("code", flat=True))}

    def words(self, state: dict[str, Any]) -> str:
        """Name the topics."""
        return ", ".join(self._names.get(code, code) for code in state["topics"])

    def apply(self, record: Session) -> None:
        """Add the topics, or put them in place of the old ones."""
        old = list(record.topics.all()) if self.typed["how"] == ADD else []
        services.retopic_session(record, [*old, *self.typed["topics"]], actor=self.actor)

    def take_back(self, record: Session, before: dict[str, Any], after: dict[str, Any]) -> None:
        """Put the session under its old topics."""
        services.retopic_session(record, Topic.objects.filter(code__in=before["topics"]), actor=self.actor)


class Cancel(SessionAction):
    """Many sessions are called off for one reason."""

    name = "cancel"
    title = gettext_lazy("Cancel the sessions")
    fields = ReasonForm

    def state(self, record: Session) -> dict[str, Any]:
        """Return whether the session is called off, and why."""
        return {"cancelled": record.cancelled_at is not None, "reason": record.cancel_reason}

    def words(self, state: dict[str, Any]) -> str:
        """Say whether the session takes place."""
        return _("cancelled: %(reason)s") % state if state["cancelled"] else _("takes place")

    def apply(self, record: Session) -> None:
        """Call the session off."""
        services.cancel_session(record, actor=self.actor, at=now(), reason=self.typed["reason"])

    def take_back(self, record: Session, before: dict[str, Any], after: dict[str, Any]) -> None:
        """Let the session stand again."""
        services.reinstate_session(record, actor=self.actor)
