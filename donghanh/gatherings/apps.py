from django.apps import AppConfig


class GatheringsConfig(AppConfig):
    name = "donghanh.gatherings"
    verbose_name = "Gatherings"

    def ready(self) -> None:
        """Tell the rooms below whom a reader met, and which records presence names without a constraint."""
        from donghanh.core import loose_keys, registers  # noqa: PLC0415 - models load first
        from donghanh.gatherings.listings.people import met_by  # noqa: PLC0415
        from donghanh.gatherings.models import Attendance  # noqa: PLC0415
        from donghanh.gatherings.registers import SESSIONS  # noqa: PLC0415
        from donghanh.people import encounters  # noqa: PLC0415

        encounters.register(met_by)
        registers.register(SESSIONS)
        loose_keys.declare("people.Worker", Attendance, "worker_id")
        loose_keys.declare("gatherings.Session", Attendance, "session_id")
