"""What a password must be, said in words of ours."""

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from donghanh.org.models import User


class LongEnough(MinimumLengthValidator):
    """Ask for length, and for nothing else that people forget."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Refuse a password that is too short."""
        if len(password) < self.min_length:
            raise ValidationError(
                _("This password has %(length)s characters. Choose one of at least %(least)s, for example three words.")
                % {"length": len(password), "least": self.min_length},
                code="password_too_short",
            )

    def get_help_text(self) -> str:
        """Say what is asked for."""
        return _("At least %(least)s characters.") % {"least": self.min_length}
