from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "donghanh.privacy"
    verbose_name = "Privacy"
