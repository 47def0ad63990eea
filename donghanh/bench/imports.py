"""Import of 20,000 workers from .xlsx: time, memory, and the same file a second time."""

import resource
import tempfile
import time
from pathlib import Path
from typing import Any

from donghanh.bench.reach import sizes
from donghanh.core.exports import Column, write_xlsx
from donghanh.core.imports.inline import ImportReport, run_import
from donghanh.org.models import Unit, User

ROWS = 20_000


def import_workers() -> dict[str, Any]:
    """Write the file, import it twice; the rows stay, so run this on data made for measuring."""
    unit = Unit.objects.filter(kind="grassroots_union", closed_on=None).order_by("-pk").first()
    if unit is None:
        raise AssertionError("no grassroots union in the database")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workers.xlsx"
        write_xlsx(str(path), "Workers", _columns(unit), range(ROWS))
        first, first_s = _imported(path, unit)
        again, again_s = _imported(path, unit)
    return {
        "rows": ROWS,
        "first": first,
        "first_s": first_s,
        "rows_per_s": round(ROWS / first_s),
        "again": again,
        "again_s": again_s,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        **sizes(),
    }


def _imported(path: Path, unit: Unit) -> tuple[dict[str, Any], float]:
    start = time.perf_counter()
    report = run_import("workers", path, actor=User.objects.system(), unit=unit, dry_run=False)
    return _counts(report), round(time.perf_counter() - start, 1)


def _counts(report: ImportReport) -> dict[str, int]:
    return {"new": report.new, "changed": report.changed, "same": report.same, "bad": report.bad}


def _columns(unit: Unit) -> tuple[Column[int], ...]:
    return (
        Column("Số thẻ đoàn viên", lambda row: f"BENCH{row:07d}"),
        Column("Họ và tên", lambda row: f"Nguyễn Thử Đo {row}"),
        Column("Số điện thoại", lambda row: f"09{row:08d}"),
        Column("Mã đơn vị", lambda row: unit.code),
        Column("Làm việc từ", lambda row: "01/01/2026"),
    )
