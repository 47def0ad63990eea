"""Bringing in the guides that come with the site, whenever it is brought up to date."""

from donghanh.cli.session import note


def bring_in_guides() -> None:
    """Load the guides that are new or changed, and tell on standard error which files do not fit."""
    from django.utils.timezone import now

    from donghanh.guides.content_files import read_shipped
    from donghanh.guides.services import load_shipped
    from donghanh.org.models import User

    shipped = read_shipped()
    load_shipped(shipped.contents, actor=User.objects.system(), at=now())
    for fault in shipped.faults:
        note(str(fault))
