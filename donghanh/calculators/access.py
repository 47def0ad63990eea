"""Who may see the desk of levels: those who keep the law; everybody may read the levels themselves."""

from donghanh.core.errors import NotForYou
from donghanh.legal.access import keeps_law
from donghanh.org.models import User


def must_keep_law(actor: User) -> None:
    """Let those through who keep the law, before a page of theirs is drawn."""
    if not keeps_law(actor):
        raise NotForYou
