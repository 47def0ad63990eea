from django.apps import AppConfig


class OrgConfig(AppConfig):
    name = "donghanh.org"
    verbose_name = "Organisation"

    def ready(self) -> None:
        """Offer the lists of this room for import."""
        from donghanh.core.imports.registry import register  # noqa: PLC0415 - models must be loaded first
        from donghanh.org.imports import UnitImporter  # noqa: PLC0415

        register(UnitImporter)
