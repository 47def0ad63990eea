from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "donghanh.people"
    verbose_name = "People"

    def ready(self) -> None:
        """Offer the lists of this room for import."""
        from donghanh.core.imports.registry import register  # noqa: PLC0415 - models must be loaded first
        from donghanh.people.imports import EnterpriseImporter, WorkerImporter  # noqa: PLC0415

        register(EnterpriseImporter)
        register(WorkerImporter)
