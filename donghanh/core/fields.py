"""Fields that follow other fields of their row, also in bulk writes."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from django.db import models

from donghanh.kernel.text import fold, name_sort_key

if TYPE_CHECKING:
    TextField = models.CharField[str, str]
else:
    TextField = models.CharField


class FollowingField(TextField):
    """A text computed from other fields of the row just before it is written."""

    compute: Callable[[str], str] = staticmethod(str)

    def __init__(self, *args: Any, follows: tuple[str, ...] = (), **kwargs: Any) -> None:
        self.follows = follows
        kwargs["editable"] = False
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """Describe the field to migrations."""
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("editable", None)
        return name, path, args, {**kwargs, "follows": self.follows}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: FBT001
        """Compute the text from the fields it follows."""
        text = " ".join(str(getattr(model_instance, name) or "") for name in self.follows)
        value = self.compute(text.strip())[: self.max_length]
        setattr(model_instance, self.attname, value)
        return value


class FoldedField(FollowingField):
    """The folded form of other fields, for search without diacritics."""

    compute = staticmethod(fold)


class NameKeyField(FollowingField):
    """The key that sorts people by given name."""

    compute = staticmethod(name_sort_key)


def follow(record: models.Model, changed: Iterable[str]) -> list[str]:
    """Compute what follows some changed fields, for writes that do not; return the names to write too."""
    names = set(changed)
    following = [
        field
        for field in record._meta.concrete_fields
        if isinstance(field, FollowingField) and not names.isdisjoint(field.follows)
    ]
    for field in following:
        field.pre_save(record, add=False)
    return [field.name for field in following]
