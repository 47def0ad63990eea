from django.apps import AppConfig


class GatheringsConfig(AppConfig):
    name = "donghanh.gatherings"
    verbose_name = "Gatherings"
