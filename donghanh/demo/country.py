"""The two trees as far as the provinces: the confederation and its federations, social security beside them."""

from datetime import date

from donghanh.demo.world import World
from donghanh.kernel.text import fold
from donghanh.org.choices import AreaKind, SuperiorForm, UnitKind
from donghanh.org.models import Area, Unit
from donghanh.org.services import found_unit
from donghanh.org.services.tree import Paper

CONFEDERATION_FOUNDED = date(1929, 7, 28)
SOCIAL_SECURITY_FOUNDED = date(1995, 2, 16)
ON_RECORD_SINCE = date(2000, 1, 1)
FORMS = {
    AreaKind.COMMUNE: SuperiorForm.COMMUNE,
    AreaKind.WARD: SuperiorForm.WARD,
    AreaKind.SPECIAL_ZONE: SuperiorForm.SPECIAL_ZONE,
}


def paper(number: int, symbol: str, issued_on: date, issuer: str) -> Paper:
    """Make up a decision; its number says that it is an illustration."""
    return Paper(number=f"{number:02d}/{symbol} (minh họa)", issued_on=issued_on, issuer=issuer)


def office_phone(number: int) -> str:
    """Make up the phone of an office, of the range that all made-up people share."""
    return f"0900 000 {number:03d}"


def found_country(world: World) -> None:
    """Found the confederation, social security, and a federation and an office in each province."""
    confederation = found_unit(
        "TLD", "Tổng Liên đoàn Lao động Việt Nam", UnitKind.CONFEDERATION, actor=world.system, parent=None,
        on=CONFEDERATION_FOUNDED, phone=office_phone(0),
    )  # fmt: skip
    agency = found_unit(
        "BHXH", "Bảo hiểm xã hội Việt Nam", UnitKind.SOCIAL_SECURITY, actor=world.system, parent=None,
        on=SOCIAL_SECURITY_FOUNDED, short_name="BHXH Việt Nam",
    )  # fmt: skip
    world.units |= {unit.code: unit for unit in (confederation, agency)}
    provinces = Area.objects.filter(edition__ends_on=None, province=None).order_by("code")
    for number, province in enumerate(provinces, start=1):
        _found_province(world, confederation, UnitKind.FEDERATION, province, number)
        _found_province(world, agency, UnitKind.SOCIAL_SECURITY, province, number)


def found_small_units(world: World) -> None:
    """Give every federation that has nothing below it one to three units, so that no list is empty."""
    for federation in [unit for unit in world.units.values() if unit.kind == UnitKind.FEDERATION]:
        if not any(branch.federation == federation for branch in world.branches):
            _found_some(world, federation)


def found_superior(world: World, federation: Unit, place: Area, *, on: date, number: int) -> Unit:
    """Found the union of a commune, ward or special zone under its federation."""
    code = f"{federation.code}-{_letters(place.name)}"
    if code in world.units:  # A commune and a ward of one province may share a name.
        code = f"{code}-{place.code}"
    union = found_unit(
        code,
        f"Công đoàn {lowered(place.name)}",
        UnitKind.SUPERIOR_UNION,
        actor=world.system,
        parent=federation,
        on=on,
        paper=paper(number, "QĐ-LĐLĐ", on, federation.name),
        form=FORMS[AreaKind(place.kind)],
        area=place,
    )
    world.units[code] = union
    return union


def lowered(name: str) -> str:
    """Return the name of an area as it stands within a sentence: “phường Ba Đình”."""
    return name[0].lower() + name[1:]


def _found_province(world: World, above: Unit, kind: UnitKind, province: Area, number: int) -> None:
    prefix, words, symbol = {
        UnitKind.FEDERATION: ("LDLD", "LĐLĐ", "QĐ-TLĐ"),
        UnitKind.SOCIAL_SECURITY: ("BHXH", "BHXH", "QĐ-BHXH"),
    }[kind]
    name = lowered(province.name) if province.kind == AreaKind.CITY else f"tỉnh {province.name}"
    code = f"{prefix}-{province.code}"
    world.units[code] = found_unit(
        code,
        f"{words} {name}",
        kind,
        actor=world.system,
        parent=above,
        on=ON_RECORD_SINCE,
        paper=paper(number, symbol, ON_RECORD_SINCE, above.name),
        short_name=f"{words} {province.name.removeprefix('Thành phố ')}",
        area=province,
        phone=office_phone(int(province.code)) if kind == UnitKind.FEDERATION else "",
    )


def _found_some(world: World, federation: Unit) -> None:
    dice = world.dice("small", federation.code)
    commune = Area.objects.filter(province=federation.area).order_by("code").first()
    if commune is None:
        return
    founded_on = date(2025, 9, dice.randint(1, 28))
    union = found_superior(world, federation, commune, on=founded_on, number=dice.randint(10, 99))
    for number in range(dice.randint(0, 2)):
        found_unit(
            f"{federation.code}-CS-{number + 1:04d}",
            f"CĐCS Công ty Ví Dụ số {number + 1} {federation.short_name.removeprefix('LĐLĐ ')}",
            UnitKind.GRASSROOTS_UNION,
            actor=world.system,
            parent=union,
            on=founded_on,
            area=commune,
        )


def _letters(name: str) -> str:
    """Return the letters of a name without its kind: “Phường Ba Đình” gives BADINH."""
    for kind in ("Xã ", "Phường ", "Đặc khu "):
        name = name.removeprefix(kind)
    return "".join(letter for letter in fold(name).upper() if letter.isalnum())
