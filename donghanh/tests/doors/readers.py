"""Everybody who reads in these tests: each role at each place, signed in once, and somebody without an account."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.test import Client
from django.utils.timezone import now

from donghanh.api.choices import Scope
from donghanh.api.services import make_token
from donghanh.conftest import FIRST_DAY
from donghanh.org.models import Unit, User
from donghanh.org.services import create_user, grant_role
from donghanh.tests.doors import matrix
from donghanh.tests.doors.marks import Marks, Opening
from donghanh.tests.doors.places import relations

PLACES: dict[str, tuple[str, ...]] = {
    "G": ("viewer", "officer", "leader", "administrator", "volunteer"),
    "C": ("viewer", "officer", "leader", "administrator"),
    "P": ("viewer", "officer", "leader", "administrator", "volunteer"),
    "P2": ("viewer", "officer", "leader", "administrator"),
    "G2": ("officer", "volunteer"),
    "CO": ("viewer", "officer", "leader", "administrator"),
    "S": ("officer",),
    "N": ("officer",),
    "T": ("leader",),
    "Q": ("leader",),
    "B1": ("viewer", "social_security_officer", "administrator"),
    "B0": ("viewer", "social_security_officer", "administrator"),
}
"""Each role of a union stands to G as own, child, below, co-host, stranger; each of an office to B1 as own, below."""
THOROUGH = frozenset({
    "viewer@P", "officer@G", "leader@C", "leader@P2", "administrator@P", "volunteer@G", "worker@G", "officer@CO",
    "social_security_officer@B1", "viewer@B0",
})  # fmt: skip
"""Those who also try every filter and file of a page; the others ask for the page and one file."""


@dataclass(frozen=True)
class Reader:
    """Somebody who knocks at doors, with the browser he does it in."""

    name: str
    role: str
    held_at: str
    user: User | None
    client: Client
    cookies: str = ""
    token: str = ""
    """Opens the doors for programs in his name."""

    @property
    def is_signed_in(self) -> bool:
        """Tell whether there is an account at all."""
        return self.user is not None

    @property
    def is_thorough(self) -> bool:
        """Tell whether he tries everything that a page can be asked."""
        return self.name in THOROUGH

    def reads(self, place: str, thing: str, least: int = matrix.NUMBER) -> bool:
        """Tell whether the file lets him read so much of a thing there."""
        return matrix.read(self.role, relations(self.held_at, place), thing) >= least

    def changes(self, place: str, thing: str, verb: str = "") -> bool:
        """Tell whether the file lets him change a thing there."""
        return matrix.changes(self.role, relations(self.held_at, place), thing, verb)

    def reads_anywhere(self, thing: str, least: int = matrix.NUMBER) -> bool:
        """Tell whether the file lets his role read so much of a thing from any place at all."""
        return self.is_signed_in and matrix.read(self.role, matrix.ANYWHERE, thing) >= least


def name_of(role: str, place: str) -> str:
    """Return what a reader is called in these tests."""
    return f"{role}@{place}"


NAMED_TO = {"officer@P": ("leader@G", "administrator@G"), "leader@G": ("officer@G",)}
"""Who asks a unit for the names of its people is named to those who may say yes; who asked that an officer's
password be set anew, to him.
"""


def officers(units: dict[str, Unit], marks: Marks, system: User) -> Iterable[Reader]:
    """Make an account for each role at each place."""
    for place, roles in PLACES.items():
        for role in roles:
            name = name_of(role, place)
            at_sessions = (Opening(place, "sessions", matrix.NAME),) if role == "volunteer" else ()
            word = marks.word(
                f"name of {name}",
                Opening(place, "users", matrix.NAME),
                *at_sessions,
                known_to=[name, *NAMED_TO.get(name, ())],
            )
            user = create_user(
                f"{role.replace('_', '')[:12]}.{place.lower()}", f"Ví Dụ {word}", actor=system, unit=units[place],
                password="mat-khau-thu",
            )  # fmt: skip
            grant_role(user, role, units[place], actor=system, starts_on=FIRST_DAY)
            yield signed_in(name, role, place, user)


def signed_in(name: str, role: str, place: str, user: User) -> Reader:
    """Return a reader with a browser in which he is signed in."""
    client = Client()
    client.force_login(user)
    cookies = client.cookies.output(header="", sep=";")
    _token, text = make_token(
        "Chương trình thử", Scope.values, actor=user, at=now(), expires_at=now() + timedelta(days=30)
    )
    return Reader(name, role, place, user, client, cookies, text)


def nobody() -> Reader:
    """Return somebody without an account."""
    return Reader("anonymous", "anonymous", "", None, Client())
