"""Reach counted the slow and plain way, from a history document alone.

Imports nothing of the product: it is the second opinion that the fast way must agree with.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any

GRADES = "ABCD"
FOREVER = "9999-12-31"


@dataclass
class PlainHistory:
    """A history document, read event by event; days are texts, which compare as days do."""

    document: dict[str, Any]
    as_of: str

    def standing(self) -> dict[str, str]:
        """Return who stands for whom after all merges and un-merges."""
        into: dict[str, str] = {}
        for merge in sorted(self.document["merges"], key=lambda merge: merge["on"]):
            if "undone" in merge:
                del into[merge["undone"][1]]
            else:
                into[merge["gone"]] = merge["kept"]
        names = {row["worker"] for row in self.document["employments"]}
        return {name: _last(name, into) for name in names}

    def above(self, code: str, day: str) -> list[str]:
        """Return a unit and everything above it on a day."""
        chain = [code]
        while True:
            unit = next(unit for unit in self.document["units"] if unit["code"] == chain[-1])
            place = next(p for p in unit["parents"] if p["from"] <= day <= (p["to"] or FOREVER))
            if place["parent"] is None:
                return chain
            chain.append(place["parent"])

    def counted(self, first: str, last: str, topic: str | None) -> list[dict[str, Any]]:
        """Return the sessions that count in a period."""
        return [
            session
            for session in self.document["sessions"]
            if first <= session["on"] <= min(last, self.as_of)
            and not session.get("cancelled_on")
            and (topic is None or topic in session["topics"])
        ]

    def hosted_at(self, session: dict[str, Any], unit: str) -> bool:
        """Tell whether a session is hosted at or below a unit, on the tree of its day."""
        hosts = [session["host"], *session["co_hosts"]]
        return any(unit in self.above(host, session["on"]) for host in hosts)

    def present(self, session: dict[str, Any]) -> dict[str, str]:
        """Return the people at a session with the best grade of each."""
        standing = self.standing()
        found: dict[str, str] = {}
        for name, grade in session["named"]:
            if name not in session.get("annulled", []):
                person = standing[name]
                found[person] = min(found.get(person, "Z"), grade)
        return found

    def hosted(self, unit: str, first: str, last: str, topic: str | None) -> dict[str, Any]:
        """Count what was hosted."""
        sessions = [s for s in self.counted(first, last, topic) if self.hosted_at(s, unit)]
        attendances: Counter[str] = Counter()
        best: dict[str, str] = {}
        for session in sessions:
            people = self.present(session)
            attendances += Counter(people.values())
            for headcount in session["headcounts"]:
                named = len(people) if headcount["audience"] == "worker" else 0
                attendances[headcount["grade"]] += max(headcount["count"] - named, 0)
            for person, grade in people.items():
                best[person] = min(best.get(person, "Z"), grade)
        return {
            "sessions": len(sessions),
            "attendances": sum(attendances.values()),
            "attendances_by_grade": {g: attendances[g] for g in GRADES if attendances[g]},
            "people": len(best),
            "people_by_best_grade": dict(sorted(Counter(best.values()).items())),
        }

    def home(self, unit: str, first: str, last: str, topic: str | None) -> dict[str, Any]:
        """Count the unit's own people."""
        standing, day = self.standing(), min(last, self.as_of)
        rolls = {
            standing[row["worker"]]
            for row in self.document["employments"]
            if row["from"] <= day <= (row["to"] or FOREVER) and unit in self.above(row["unit"], day)
        }
        present = {person for session in self.counted(first, last, topic) for person in self.present(session)}
        return {
            "on_rolls": len(rolls),
            "reached": len(rolls & present),
            "not_reached": sorted(rolls - present),
        }


def _last(name: str, into: dict[str, str]) -> str:
    while name in into:
        name = into[name]
    return name
