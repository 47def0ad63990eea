from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "donghanh.indicators"
    verbose_name = "Indicators"

    def ready(self) -> None:
        """Offer the list of figures to the tools of all lists."""
        from donghanh.core import registers  # noqa: PLC0415 - models load first
        from donghanh.indicators.registers import FIGURES  # noqa: PLC0415

        registers.register(FIGURES)
