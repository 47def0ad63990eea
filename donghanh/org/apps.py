from django.apps import AppConfig


class OrgConfig(AppConfig):
    name = "donghanh.org"
    verbose_name = "Organisation"

    def ready(self) -> None:
        """Offer the lists of this room for import, and to the tools of all lists."""
        from donghanh.core import registers  # noqa: PLC0415 - models must be loaded first
        from donghanh.core.imports.registry import register  # noqa: PLC0415
        from donghanh.org.imports import UnitImporter  # noqa: PLC0415
        from donghanh.org.registers import UNITS  # noqa: PLC0415

        register(UnitImporter)
        registers.register(UNITS)
