"""What is stored of the doors for programs: tokens, answers kept for a repeated request, webhooks."""

from donghanh.api.models.answer import KeptAnswer
from donghanh.api.models.token import ApiToken, BoundUser
from donghanh.api.models.webhook import Webhook

__all__ = ["ApiToken", "BoundUser", "KeptAnswer", "Webhook"]
