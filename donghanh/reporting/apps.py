from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "donghanh.reporting"
    verbose_name = "Reporting"
