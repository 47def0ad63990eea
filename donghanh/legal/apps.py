from django.apps import AppConfig


class LegalConfig(AppConfig):
    name = "donghanh.legal"
    verbose_name = "Legal"

    def ready(self) -> None:
        """Let the search index follow the texts."""
        from donghanh.legal import citing, receivers  # noqa: PLC0415 - models load first

        citing.texts_changed.connect(receivers.texts_changed, dispatch_uid="donghanh.legal.texts_changed")
