"""Columns that are sealed at rest: phones and id numbers are readable only with the keys beside the database."""

from functools import cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import EmptyResultSet, FieldError
from django.db import models
from django.db.models import ExpressionWrapper, F
from django.db.models.lookups import Exact, In

from donghanh.kernel.seals import Sealer, is_sealed, sealed_length

if TYPE_CHECKING:
    # A model says by an annotation of its own when its column may be empty.
    TextField = models.CharField[Any, Any]
else:
    TextField = models.CharField


@cache
def _sealer_of(keys: tuple[str, ...]) -> Sealer:
    return Sealer(keys)


def sealer() -> Sealer:
    """Return what seals and opens, with the keys of the configuration."""
    return _sealer_of(tuple(settings.FIELD_KEYS))


def as_stored(name: str) -> "ExpressionWrapper[F]":
    """Return a sealed column as it stands in the database, not opened."""
    return ExpressionWrapper(F(name), output_field=models.CharField())


class SealedField(TextField):
    """A short text that the database never sees: sealed on the way in, opened on the way out.

    ``domain`` names the field for ever: equal texts of two domains have different seals. ``max_length`` counts the
    letters of the text. Only equality can be asked of it.
    """

    def __init__(self, *args: Any, domain: str, **kwargs: Any) -> None:
        self.domain = domain
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """Describe the field to migrations."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "domain": self.domain}

    def db_type_parameters(self, connection: Any) -> Any:
        """Make room in the column for the seal of the longest text."""
        return {**super().db_type_parameters(connection), "max_length": sealed_length(self.max_length or 0)}

    def sealed(self, text: str | None) -> str | None:
        """Return what stands for a text outside its own column, in journals and the like."""
        return None if text is None else sealer().seal(text, self.domain)

    def opened(self, stored: str | None) -> str | None:
        """Return the text of what :meth:`sealed` made; what was kept plainly before there were seals stays."""
        return sealer().open(stored, self.domain) if stored and is_sealed(stored) else stored

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:  # noqa: FBT001, FBT002
        """Seal what goes to the database."""
        text = super().get_db_prep_value(value, connection, prepared)
        return sealer().seal(text, self.domain) if isinstance(text, str) else text

    def from_db_value(self, value: str | None, *_: Any) -> str | None:
        """Open what comes from the database."""
        return None if value is None else sealer().open(value, self.domain)

    def get_lookup(self, lookup_name: str) -> Any:
        """Allow questions of equality; any other would search among seals and find nothing."""
        if lookup_name not in {"exact", "in", "isnull"}:
            raise FieldError(f"{self.name} is sealed and cannot be asked “{lookup_name}”: ask for the whole text.")
        return super().get_lookup(lookup_name)


@SealedField.register_lookup
class SealedIn(In):
    """Membership: while there are several keys, each text may stand on record under any of them."""

    def process_rhs(self, compiler: Any, connection: Any) -> Any:
        """Write a place for each seal of each text."""
        if not self.rhs_is_direct_value():
            return super().process_rhs(compiler, connection)
        domain = self.lhs.output_field.domain
        seals = [seal for text in dict.fromkeys(self.rhs) if text is not None for seal in sealer().seals(text, domain)]
        if not seals:
            raise EmptyResultSet
        return f"({', '.join(['%s'] * len(seals))})", tuple(seals)


@SealedField.register_lookup
class SealedExact(Exact):
    """Equality, which asks for all seals of a text while there are several keys."""

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """Ask like membership in a list of one, unless one key makes it plain equality."""
        if self.rhs_is_direct_value() and len(sealer().names) > 1:
            return SealedIn(self.lhs, [self.rhs]).as_sql(compiler, connection)
        return super().as_sql(compiler, connection)
