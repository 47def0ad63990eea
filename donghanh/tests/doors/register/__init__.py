"""Every address of the site, with what it is about and what opens it. An address that is not here fails the suite."""

from donghanh.tests.doors.register.accounts import ACCOUNTS
from donghanh.tests.doors.register.calculators import CALCULATORS
from donghanh.tests.doors.register.door import Door
from donghanh.tests.doors.register.gatherings import GATHERINGS
from donghanh.tests.doors.register.guides import GUIDES
from donghanh.tests.doors.register.law_desk import LAW_DESK
from donghanh.tests.doors.register.legal import LEGAL
from donghanh.tests.doors.register.lists import LISTS
from donghanh.tests.doors.register.org import ORG
from donghanh.tests.doors.register.people import PEOPLE
from donghanh.tests.doors.register.privacy import PRIVACY
from donghanh.tests.doors.register.programs import API
from donghanh.tests.doors.register.reporting import FIGURES, IMPORTS, REPORTING
from donghanh.tests.doors.register.web import WEB

DOORS: dict[str, Door] = {
    **WEB, **ORG, **PEOPLE, **GATHERINGS, **FIGURES, **REPORTING, **IMPORTS, **ACCOUNTS, **PRIVACY, **API,
    **LISTS, **CALCULATORS, **GUIDES, **LEGAL, **LAW_DESK,
}  # fmt: skip
