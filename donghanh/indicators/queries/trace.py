"""The corrections that led to a figure, and those that followed it."""

from donghanh.indicators.models import Figure


def trace_of(figure: Figure) -> list[Figure]:
    """Return a figure with all it replaced and all that replaced it, oldest first."""
    told = Figure.objects.select_related("entered_by", "withdrawn_by", "indicator")
    chain = [told.get(pk=figure.pk)]
    while chain[0].replaces_id:
        chain.insert(0, told.get(pk=chain[0].replaces_id))
    while later := told.filter(replaces=chain[-1]).first():
        chain.append(later)
    return chain
