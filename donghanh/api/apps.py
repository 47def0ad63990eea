from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "donghanh.api"
    verbose_name = "API"

    def ready(self) -> None:
        """Say to the doors of all rooms whose a token is."""
        from donghanh.api.identity import identify  # noqa: PLC0415 - models load first
        from donghanh.core.api.tokens import identified_by  # noqa: PLC0415

        identified_by(identify)
