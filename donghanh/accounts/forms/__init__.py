"""What is typed about one's own account."""

from donghanh.accounts.forms.contact import ContactForm
from donghanh.accounts.forms.factors import CodeAgainForm, CodeForm, PasskeyForm

__all__ = ["CodeAgainForm", "CodeForm", "ContactForm", "PasskeyForm"]
