"""What a room declares so that one act can be done to many records at once."""

from abc import ABC, abstractmethod
from typing import Any, ClassVar

from django import forms
from django.db.models import Model, QuerySet
from django.http import QueryDict

from donghanh.core.exports import Words


class BulkAction(ABC):
    """One act; an instance does it for one actor, with what he typed.

    ``apply`` and ``take_back`` go through the services of the room, record by record, so that each asks for the
    right to act and leaves its trace. What they refuse with a :class:`DomainError` is left out with that sentence.
    """

    name: ClassVar[str]
    title: ClassVar[Words]
    do_not_call_in_templates: ClassVar[bool] = True
    """Pages show the class itself."""

    def __init__(self, actor: Any, typed: dict[str, Any]) -> None:
        self.actor = actor
        self.typed = typed

    @classmethod
    @abstractmethod
    def form(cls, actor: Any, data: QueryDict | None) -> forms.Form:
        """Return what is to be typed."""

    @classmethod
    @abstractmethod
    def records(cls, actor: Any) -> QuerySet[Any]:
        """Return the records that ``actor`` may know of; others do not exist."""

    @classmethod
    def choosable(cls, actor: Any) -> QuerySet[Any]:
        """Return the records that ``actor`` may choose, where these are fewer than he may know of later."""
        return cls.records(actor)

    @abstractmethod
    def state(self, record: Any) -> dict[str, Any]:
        """Return what this changes of a record, as it is now, in a form that JSON holds."""

    @abstractmethod
    def words(self, state: dict[str, Any]) -> str:
        """Say a state to people."""

    @abstractmethod
    def apply(self, record: Any) -> None:
        """Do it to one record."""

    @abstractmethod
    def take_back(self, record: Any, before: dict[str, Any], after: dict[str, Any]) -> None:
        """Make one record what it was before."""

    def url(self, record: Model) -> str:
        """Return the page of a record."""
        return ""
