"""One province filled to given numbers, to measure on."""

from datetime import timedelta

from donghanh.demo import turnout
from donghanh.demo.country import ON_RECORD_SINCE, found_superior
from donghanh.demo.founding import Registrar
from donghanh.demo.programme import Programme
from donghanh.demo.progress import Progress
from donghanh.demo.rolls import LEAVERS
from donghanh.demo.world import Branch, World
from donghanh.gatherings.choices import Source
from donghanh.org.models import Area

FEDERATION = "LDLD-01"


def found_crowd(world: World, progress: Progress) -> None:
    """Found the superior unions of a province, one a commune, and deal the grassroots unions out to them."""
    federation, registrar = world.units[FEDERATION], Registrar(world)
    communes = Area.objects.filter(province=federation.area).order_by("code")
    for number, commune in enumerate(communes[: world.scale.superior_unions], start=1):
        union = found_superior(world, federation, commune, on=ON_RECORD_SINCE, number=number)
        hall = f"Nhà văn hóa {union.name.removeprefix('Công đoàn ')}"
        world.branches.append(Branch(federation, [(ON_RECORD_SINCE, union)], hall, commune))
    for number, size in enumerate(sizes(world)):
        branch = world.branches[number % len(world.branches)]
        registrar.open(branch, branch.above[0][1], size)
        progress.step()


def hold_sessions(world: World, progress: Progress) -> None:
    """Hold the sessions with as many attendances as asked for, half scanned and half listed."""
    left = world.scale.attendances
    for number, occasion in enumerate(Programme(world).past()):
        dice = world.dice("crowd", number)
        session = occasion.plan(world, at=occasion.starts_at - timedelta(days=7))
        mean = left / (world.scale.sessions - number)
        guests = turnout.draw_guests(dice, occasion, most=round(mean * dice.uniform(0.5, 1.5)))
        source = dice.choice((Source.SCAN, Source.LIST))
        at = session.ends_at
        turnout.write(session, [turnout.row(session, guest, source, at=at) for guest in guests], at=at)
        left -= len(guests)
        progress.step()


def sizes(world: World) -> list[int]:
    """Split those who are there today among the grassroots unions unevenly; the rest have left."""
    dice, scale = world.dice("sizes"), world.scale
    present = round(scale.workers / (1 + LEAVERS))
    weights = [dice.lognormvariate(0, 0.8) for _ in range(scale.grassroots_unions)]
    shares = [max(int(present * weight / sum(weights)), 1) for weight in weights]
    shares[0] = max(shares[0] + present - sum(shares), 1)
    return shares
