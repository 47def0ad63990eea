from django.apps import AppConfig


class GuidesConfig(AppConfig):
    name = "donghanh.guides"
    verbose_name = "Guides"

    def ready(self) -> None:
        """Offer guides to questions and articles, and let them be watched when the law moves."""
        from donghanh.guides import offering, receivers, services, standings  # noqa: PLC0415 - models load first
        from donghanh.guides.watching import GUIDE, Watch, watch  # noqa: PLC0415
        from donghanh.legal import citing, offers  # noqa: PLC0415

        offers.offer_from(offering.offers)
        citing.cite_from(offering.citing)
        citing.texts_changed.connect(receivers.texts_changed, dispatch_uid="donghanh.guides.texts_changed")
        watch(Watch(GUIDE, standings.standings, standings.described, services.renew_comparison))
