"""What a password must be, said in words of ours: length, and no word that everybody here would try first."""

import re

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from donghanh.kernel.text import fold
from donghanh.org.models import Area, User

OUR_WORDS = (
    "tongliendoanlaodong", "liendoanlaodong", "tongliendoan", "congdoan", "congdoanvietnam", "vietnam", "doanvien",
    "nguoilaodong", "congnhan", "laodong", "baohiemxahoi", "tldldvn", "ldld", "cdcs", "bhxh", "donghanh", "canbo",
    "matkhau", "password", "admin",
)  # fmt: skip
LETTERS_OF_ONES_OWN = 4
SHORTEST_WORD = 3
_NO_LETTER = re.compile(r"[^a-z]+")
_KIND_OF_PLACE = re.compile(r"^(?:thanhpho|tinh|congdoan|cdcs|ldld|congty)+(?=...)")


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


class NotTooLong:
    """Set a bound that no sentence reaches, so that nobody makes the server hash a book."""

    def __init__(self, max_length: int = 128) -> None:
        self.max_length = max_length

    def validate(self, password: str, user: User | None = None) -> None:
        """Refuse a password that is too long."""
        if len(password) > self.max_length:
            raise ValidationError(
                _("This password has %(length)s characters. Choose one of at most %(most)s.")
                % {"length": len(password), "most": self.max_length},
                code="password_too_long",
            )

    def get_help_text(self) -> str:
        """Say what is asked for."""
        return _("At most %(most)s characters.") % {"most": self.max_length}


class NotOfOurWords:
    """Refuse what has little left when the union's words, the provinces, one's unit and name are taken out."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Refuse a password made of words that everybody here would try first."""
        letters = own = _bare(password)
        for word in _words_about(user):
            own = own.replace(word, "")
        if own != letters and len(own) < LETTERS_OF_ONES_OWN:
            raise ValidationError(
                _(
                    "Others try the names of the union, of provinces, of your unit and your own first. "
                    "Add words that only you would put together."
                ),
                code="password_of_our_words",
            )

    def get_help_text(self) -> str:
        """Say what is asked for."""
        return _("Not only the name of the union, of a province, of your unit or your own.")


def _words_about(user: User | None) -> list[str]:
    """Return the words that say who somebody is and where he works, the longest first."""
    names = {*OUR_WORDS, *Area.objects.filter(province=None).values_list("name", flat=True)}
    if user is not None and user.pk:
        names |= {user.full_name, *user.grants.on(localdate()).values_list("unit__name", flat=True)}
    words = {_KIND_OF_PLACE.sub("", _bare(name)) for name in names}
    return sorted((word for word in words if len(word) >= SHORTEST_WORD), key=len, reverse=True)


def _bare(text: str) -> str:
    return _NO_LETTER.sub("", fold(text))
