"""How much data there is to make: sizes, and nothing else."""

from dataclasses import dataclass

from donghanh.demo.errors import UnknownScale


@dataclass(frozen=True, slots=True)
class Scale:
    """The sizes of one set of data.

    Without grassroots unions of its own it is the living organisation of the demo, whose workplaces
    are described by hand; with them it is one province filled to these numbers. ``workers`` counts
    everybody on record, those who left included.
    """

    name: str
    workers: int
    sessions: int
    attendances: int = 0
    superior_unions: int = 0
    grassroots_unions: int = 0

    @property
    def is_living(self) -> bool:
        """Tell whether this is the organisation described by hand."""
        return not self.grassroots_unions


SCALES = {
    scale.name: scale
    for scale in (
        Scale("demo", workers=7_500, sessions=560),
        Scale(
            "bench",
            workers=65_000,
            sessions=1_500,
            attendances=60_000,
            superior_unions=10,
            grassroots_unions=650,
        ),
        Scale(
            "province",
            workers=650_000,
            sessions=15_000,
            attendances=600_000,
            superior_unions=100,
            grassroots_unions=6_500,
        ),
    )
}


def scale_named(name: str) -> Scale:
    """Return the sizes that a name stands for."""
    if name not in SCALES:
        raise UnknownScale(name, SCALES)
    return SCALES[name]
