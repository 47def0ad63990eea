from django.apps import AppConfig


class CalculatorsConfig(AppConfig):
    name = "donghanh.calculators"
    verbose_name = "Calculators"

    def ready(self) -> None:
        """Put every calculator on the list, and offer them to questions and articles."""
        from donghanh.calculators import insurance, labour, offering, union  # noqa: F401, PLC0415 - models load first
        from donghanh.legal import citing, offers  # noqa: PLC0415

        offers.offer_from(offering.offers)
        citing.cite_from(offering.citing)
