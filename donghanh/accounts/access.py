"""Who starts and who confirms a reset: two people, both with a say over the account, neither its owner."""

from django.db.models import Q
from django.utils.timezone import localdate

from donghanh.accounts.models import ResetRequest
from donghanh.core.errors import NotForYou
from donghanh.org.access import authorize, has_say_over, may_change
from donghanh.org.choices import Role
from donghanh.org.models import Unit, User
from donghanh.people.models import WorkerAccount

WHO_CONFIRMS = (Role.LEADER, Role.ADMINISTRATOR)


def is_worker_of(user: User, unit: Unit) -> bool:
    """Tell whether an account is that of somebody on the rolls of ``unit`` and opens nothing but his own record."""
    account = WorkerAccount.objects.filter(user=user).select_related("worker").first()
    if account is None or user.grants.filter(ends_on__gte=localdate()).exclude(role=Role.WORKER).exists():
        return False
    return account.worker.employments.on(localdate()).filter(unit=unit).exists()


def has_say(actor: User, user: User, unit: Unit) -> bool:
    """Tell whether ``actor`` leads or administers ``unit`` and gives every role that the account holds."""
    if not may_change(actor, "users", at=unit, verb="grant"):
        return False
    if is_worker_of(user, unit):
        return True
    return _works_for(user, unit) and has_say_over(actor, user)


def authorize_start(actor: User, user: User, unit: Unit) -> None:
    """Let ``actor`` start a reset: for a worker any officer of his union, for others who has a say over the account."""
    if is_worker_of(user, unit):
        authorize(actor, "workers", at=unit)
        return
    authorize(actor, "users", at=unit, verb="grant")
    if user.is_system or not has_say(actor, user, unit):
        raise NotForYou


def authorize_answer(actor: User, request: ResetRequest) -> None:
    """Let ``actor`` confirm or refuse: of the unit itself, or of the one above when nobody else is left there."""
    if has_say(actor, request.user, request.unit):
        authorize(actor, "users", at=request.unit, verb="grant")
        return
    above = above_of(request.unit)
    if above is None or others_with_say(request):
        raise NotForYou
    authorize(actor, "users", at=above, verb="grant")


def may_answer(actor: User, request: ResetRequest) -> bool:
    """Tell whether ``actor`` may confirm or refuse a request; for lists and buttons, never for rules."""
    if actor.pk in {request.started_by_id, request.user_id}:
        return False
    try:
        authorize_answer(actor, request)
    except NotForYou:
        return False
    return True


def others_with_say(request: ResetRequest) -> list[User]:
    """Return who else at the unit may confirm: not the one who started it, not the owner of the account."""
    today = localdate()
    there = User.objects.filter(
        Q(is_active=True),
        grants__unit=request.unit,
        grants__role__in=WHO_CONFIRMS,
        grants__starts_on__lte=today,
        grants__ends_on__gte=today,
    )
    others = there.exclude(pk__in=[request.started_by_id, request.user_id]).distinct().order_by("pk")
    return [other for other in others if has_say(other, request.user, request.unit)]


def above_of(unit: Unit) -> Unit | None:
    """Return the unit that ``unit`` hangs under today."""
    placement = unit.placement_on(localdate())
    return placement.parent if placement else None


def _works_for(user: User, unit: Unit) -> bool:
    return user.grants.filter(unit=unit, ends_on__gte=localdate()).exists()
