from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PrivacyConfig(AppConfig):
    name = "donghanh.privacy"
    verbose_name = "Privacy"

    def ready(self) -> None:
        """Read what each room declares about people, and have erasures done again after a restore."""
        from donghanh.core.backup import steps  # noqa: PLC0415 - models load first
        from donghanh.privacy import restoring  # noqa: PLC0415

        autodiscover_modules("personal_data")
        steps.register("erasures", keep=restoring.keep, replay=restoring.replay)
