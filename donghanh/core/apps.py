from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CoreConfig(AppConfig):
    name = "donghanh.core"
    verbose_name = "Core"

    def ready(self) -> None:
        from donghanh.core import audit_guard, registers  # noqa: PLC0415 - rooms are read once the models are there
        from donghanh.core.imports.listed import IMPORTS  # noqa: PLC0415

        post_migrate.connect(audit_guard.keep_guard, sender=self)
        registers.register(IMPORTS)
