from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "donghanh.web"
    verbose_name = "Web"
