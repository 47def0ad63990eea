"""Write the snapshot of the administrative map from the packaged data set (vietnam-provinces)."""

import csv
import sys
from pathlib import Path

import vietnam_provinces
from vietnam_provinces import Province, VietNamDivisionType, Ward

TARGET = Path(__file__).parent.parent / "donghanh" / "org" / "data" / "areas-2025-07-01.csv"
KINDS = {
    VietNamDivisionType.TINH: "province",
    VietNamDivisionType.THANH_PHO_TRUNG_UONG: "city",
    VietNamDivisionType.XA: "commune",
    VietNamDivisionType.PHUONG: "ward",
    VietNamDivisionType.DAC_KHU: "special_zone",
}


def main() -> None:
    """Write one row an area: provinces first, each by its statistics code."""
    with TARGET.open("w", encoding="utf-8", newline="") as target:
        rows = csv.writer(target, lineterminator="\n")
        rows.writerow(["code", "name", "kind", "province"])
        for province in sorted(Province.iter_all(), key=lambda province: int(province.code)):
            rows.writerow([f"{int(province.code):02d}", province.name, KINDS[province.division_type], ""])
        for ward in sorted(Ward.iter_all(), key=lambda ward: int(ward.code)):
            province_code = f"{int(ward.province_code):02d}"
            rows.writerow([f"{int(ward.code):05d}", ward.name, KINDS[ward.division_type], province_code])
    sys.stdout.write(f"{TARGET.name}: data of {vietnam_provinces.__data_version__}\n")


if __name__ == "__main__":
    main()
