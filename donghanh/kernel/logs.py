"""Lines of the log: one event a line, with the number of its request, without secrets and without people.

What is written down is chosen where it is written; the filters here are the last resort for what slips through.
"""

import json
import logging
import re
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

request_id: ContextVar[str] = ContextVar("request_id", default="")
"""The number of the request that is being answered; the reader finds it in the header X-Request-ID."""

_PHONE_OR_ID = re.compile(r"(?<![\w.])(?:(?:\+?84|0)(?:[ .-]?\d){9}|\d{9,12})(?![\w])")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SECRET = re.compile(
    r"(?i)\b((?:[\w-]*(?:password|token|secret|authorization|cookie|csrf\w*)|api[_-]?key|sessionid)[\"']?\s*[=:]\s*)"
    r"((?:bearer |basic )?\"[^\"]*\"|(?:bearer |basic )?'[^']*'|(?:bearer |basic )?[^\s,;&]+)"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]")
_OWN = set(vars(logging.makeLogRecord({}))) | {"message", "asctime", "request", "taskName"}


def without_people(text: str) -> str:
    """Blot out what looks like a phone number, a personal id, an address or a secret."""
    text = _SECRET.sub(r"\1***", text)
    return _EMAIL.sub("***@***", _PHONE_OR_ID.sub("***", text))


def on_one_line(text: str) -> str:
    """Write line breaks and control characters as escapes, so that nobody can forge a line."""
    return _CONTROL.sub(lambda found: found.group().encode("unicode_escape").decode(), text.replace("\n", "\\n"))


class JsonLines(logging.Formatter):
    """One JSON object a line, for a system that collects logs."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        facts: dict[str, Any] = {
            "time": _time(record),
            "level": record.levelname,
            "logger": record.name,
            "message": without_people(record.getMessage()),
            "request": request_id.get(),
            "process": record.process,
            **{name: _plain(value) for name, value in _extra(record).items()},
        }
        if record.exc_info:
            facts["trace"] = without_people(self.formatException(record.exc_info))
        return json.dumps(facts, ensure_ascii=False)


class PlainLines(logging.Formatter):
    """One readable line; only a trace takes more."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        more = "".join(f" {name}={_plain(value)}" for name, value in _extra(record).items())
        number = request_id.get()
        text = f"{record.getMessage()}{more}{f' request={number}' if number else ''}"
        line = f"{_time(record)} {record.levelname} {record.name}: {on_one_line(without_people(text))}"
        if record.exc_info:
            line += "\n" + without_people(self.formatException(record.exc_info))
        return line


def _extra(record: logging.LogRecord) -> dict[str, Any]:
    return {name: value for name, value in vars(record).items() if name not in _OWN}


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, (bool, int, float)) else without_people(str(value))


def _time(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
