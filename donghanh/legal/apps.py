from django.apps import AppConfig


class LegalConfig(AppConfig):
    name = "donghanh.legal"
    verbose_name = "Legal"
