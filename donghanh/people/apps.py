from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "donghanh.people"
    verbose_name = "People"

    def ready(self) -> None:
        """Offer the lists of this room for import, and to the tools of all lists."""
        from donghanh.core import registers  # noqa: PLC0415 - models must be loaded first
        from donghanh.core.imports.registry import register  # noqa: PLC0415
        from donghanh.people.imports import EnterpriseImporter, WorkerImporter  # noqa: PLC0415
        from donghanh.people.registers import ENTERPRISES, WORKERS  # noqa: PLC0415

        register(EnterpriseImporter)
        register(WorkerImporter)
        registers.register(WORKERS, ENTERPRISES)
