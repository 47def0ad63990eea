from django.apps import AppConfig


class OrgConfig(AppConfig):
    name = "donghanh.org"
    verbose_name = "Organisation"
