from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "donghanh.people"
    verbose_name = "People"
