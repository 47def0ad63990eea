from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "donghanh.accounts"
    verbose_name = "Accounts"
