from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "donghanh.api"
    verbose_name = "API"
