"""The base of the forms of officers."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _


class AskingForm(forms.Form):
    """A form that says what to write where something is missing."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        usual = forms.Field.default_error_messages["required"]
        for field in self.fields.values():
            label = str(field.label or "")
            if field.error_messages["required"] == usual and label:
                message = _("Write the %(label)s.") % {"label": label[:1].lower() + label[1:]}
                field.error_messages["required"] = message
