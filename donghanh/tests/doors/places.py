"""The little country of these tests, and how a role at one of its units stands to the others.

Province P holds commune C, which holds the grassroots unions G (with section S) and N. Province P2 has
the same shape. CO is a grassroots union of a third province Q; it and the office B1 co-host with G.
"""

PARENTS = {
    "T": "", "P": "T", "C": "P", "G": "C", "S": "G", "N": "C",
    "P2": "T", "C2": "P2", "G2": "C2", "S2": "G2",
    "Q": "T", "CO": "Q",
    "B0": "", "B1": "B0",
}  # fmt: skip
KINDS = {
    "T": "confederation", "P": "federation", "P2": "federation", "Q": "federation", "C": "superior_union",
    "C2": "superior_union", "G": "grassroots_union", "G2": "grassroots_union", "N": "grassroots_union",
    "CO": "grassroots_union", "S": "section", "S2": "section", "B0": "social_security", "B1": "social_security",
}  # fmt: skip


def above(place: str) -> list[str]:
    """Return the units that a place hangs under, the nearest first."""
    found = []
    while place := PARENTS[place]:
        found.append(place)
    return found


def relations(held_at: str, target: str) -> set[str]:
    """Return how a unit stands to a role held at another one, as DESIGN §3b puts it."""
    if not held_at:
        return set()
    found = set() if KINDS[target] == "social_security" else {"union"}
    base = PARENTS[target] if KINDS[target] == "section" and held_at != target else target
    if held_at == base:
        found |= {"own", "session"}
    elif PARENTS[base] == held_at and KINDS[base] == "grassroots_union":
        found.add("child")
    elif held_at in above(target):
        found.add("below")
    return found
