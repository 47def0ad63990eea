"""What views fetch first: the figure or group of the address, as far as its reader may open it."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from donghanh.core.errors import NotForYou
from donghanh.indicators.models import Figure, WaitingGroup
from donghanh.org.access import may_change, reads_anywhere
from donghanh.org.models import User

THING = "figures"


def readable_figures(reader: User) -> QuerySet[Figure]:
    """Return the figures that ``reader`` may open; for those who may open none, there is no list."""
    if not reads_anywhere(reader, THING):
        raise NotForYou
    figures = Figure.objects.visible_to(reader).select_related("indicator", "unit")
    return figures.prefetch_related("credits__unit")


def figure_of(reader: User, pk: int) -> Figure:
    """Return a figure that ``reader`` may open."""
    return get_object_or_404(readable_figures(reader), pk=pk)


def changeable_figure_of(reader: User, pk: int) -> Figure:
    """Return a figure that ``reader`` may change; the service asks again."""
    figure = figure_of(reader, pk)
    if not may_change(reader, THING, at=figure.unit):
        raise NotForYou
    return figure


def waiting_group_of(reader: User, pk: int) -> WaitingGroup:
    """Return a group without a unit that ``reader`` may open."""
    return get_object_or_404(WaitingGroup.objects.visible_to(reader).select_related("unit"), pk=pk)
