"""Reading a guide from a file or a form, and saying where it breaks the format."""

import re
from typing import Any

from pydantic import ValidationError

from donghanh.guides.content_format import Content
from donghanh.guides.errors import GuideUnfit

_PLACE = re.compile(r"(?:vi|en)\.[a-z]+|cites|review_by")
"""How the rules of the whole guide begin their sentences."""


def read_content(given: Any, source: str) -> Content:
    """Return a guide from what a file or a form holds, or say which field of ``source`` is wrong."""
    try:
        return Content.model_validate(given)
    except ValidationError as error:
        first = error.errors()[0]
        fault = first["msg"].removeprefix("Value error, ")
        field = ".".join(map(str, first["loc"])) or (_PLACE.match(fault) or ["guide"])[0]
        raise GuideUnfit(source, field, fault) from None
