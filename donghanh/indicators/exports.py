"""The columns of figures as a file."""

from django.utils.translation import gettext_lazy as _

from donghanh.core.exports import Column
from donghanh.indicators.display import cut_words
from donghanh.indicators.models import Figure

FIGURE_COLUMNS = (
    Column[Figure](_("Unit code"), lambda figure: figure.unit.code, 12),
    Column[Figure](_("Unit"), lambda figure: figure.former_unit or figure.unit.name, 36),
    Column[Figure](_("Line"), lambda figure: figure.indicator.line, 8),
    Column[Figure](_("Indicator"), lambda figure: figure.indicator.name, 40),
    Column[Figure](_("Cut"), lambda figure: cut_words(figure.cuts, figure.part_of), 24),
    Column[Figure](_("From"), lambda figure: figure.starts_on, 12),
    Column[Figure](_("To"), lambda figure: figure.ends_on, 12),
    Column[Figure](_("Kind"), lambda figure: figure.get_kind_display(), 22),
    Column[Figure](_("Qualifier"), lambda figure: figure.get_qualifier_display(), 12),
    Column[Figure](_("Value"), lambda figure: figure.value, 16),
    Column[Figure](_("At least"), lambda figure: figure.minimum, 16),
    Column[Figure](_("At most"), lambda figure: figure.maximum, 16),
    Column[Figure](_("Up or down"), lambda figure: figure.change, 16),
    Column[Figure](_("Up or down in %"), lambda figure: figure.change_percent, 12),
    Column[Figure](_("Unit of measure"), lambda figure: figure.indicator.measure, 16),
    Column[Figure](_("Origin"), lambda figure: figure.get_origin_display(), 18),
    Column[Figure](_("Evidence"), lambda figure: figure.grade, 10),
    Column[Figure](_("Source"), lambda figure: figure.source, 50),
    Column[Figure](_("Note"), lambda figure: figure.note, 40),
)
