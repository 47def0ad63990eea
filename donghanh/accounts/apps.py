from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "donghanh.accounts"
    verbose_name = "Accounts"

    def ready(self) -> None:
        """Listen to the libraries of signing in."""
        from donghanh.accounts import receivers  # noqa: F401, PLC0415 - models must be loaded first
