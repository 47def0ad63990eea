"""A small client of the API, with nothing but Python's own library.

    TOKEN=dh_… python examples/api_client.py https://cd.example.vn CS-01

It plans a session, records somebody as present, reads a list page by page, and shows how to go on after a
line that broke: a write is sent again under the same key, and is done once.
"""

# ruff: noqa: T201 - an example speaks to whoever runs it.

import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from collections.abc import Iterator
from typing import Any

TRIES = 4
TIMEOUT = 20


class Problem(Exception):
    """A refusal: ``code`` is for the program, ``detail`` for a person."""

    def __init__(self, status: int, content: dict[str, Any]) -> None:
        super().__init__(f"{status} {content.get('code')}: {content.get('detail')}")
        self.status, self.code, self.errors = status, content.get("code"), content.get("errors", [])


class Client:
    """Speaks to one site in the name of one token."""

    def __init__(self, site: str, token: str) -> None:
        self.site, self.token = site.rstrip("/"), token

    def read(self, path: str, **query: Any) -> Any:
        """Read one thing."""
        address = f"/api/v1{path}?{urllib.parse.urlencode(query, doseq=True)}" if query else f"/api/v1{path}"
        return self._send("GET", address)

    def every(self, path: str, **query: Any) -> Iterator[Any]:
        """Read a list to its end, page by page."""
        page = self.read(path, **query)
        while True:
            yield from page["items"]
            if page["next"] is None:
                return
            page = self._send("GET", page["next"])

    def write(self, path: str, content: dict[str, Any]) -> Any:
        """Write once, however often the line breaks."""
        return self._send("POST", f"/api/v1{path}", content, key=uuid.uuid4().hex)

    def change(self, path: str, content: dict[str, Any]) -> Any:
        """Change a thing; the same change sent twice changes nothing the second time."""
        return self._send("PATCH", f"/api/v1{path}", content)

    def _send(self, method: str, address: str, content: dict[str, Any] | None = None, key: str = "") -> Any:
        headers = {"Authorization": f"Bearer {self.token}", "Accept-Language": "en"}
        body = None
        if content is not None:
            body, headers["Content-Type"] = json.dumps(content).encode(), "application/json"
        if key:
            headers["Idempotency-Key"] = key
        for attempt in range(TRIES):
            request = urllib.request.Request(self.site + address, body, headers, method=method)  # noqa: S310
            try:
                with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310
                    return json.load(answer)
            except urllib.error.HTTPError as refusal:
                if refusal.code != 429 and refusal.code < 500:
                    raise Problem(refusal.code, json.load(refusal)) from None
                wait = float(refusal.headers.get("Retry-After", 2**attempt))
            except OSError:
                wait = 2.0**attempt  # Nobody knows whether it arrived: the same key makes it safe to ask again.
            if attempt + 1 < TRIES:
                time.sleep(wait)
        raise ConnectionError(f"{self.site} did not answer {TRIES} times")


def main(site: str, unit: str) -> None:
    """Walk through the most common things."""
    client = Client(site, os.environ["TOKEN"])
    holder = client.read("/me/")
    print("token of", holder["username"], "for", ", ".join(holder["scopes"]))
    start = time.strftime("%Y-%m-%dT%H:%M:00+00:00", time.gmtime(time.time() + 600))
    end = time.strftime("%Y-%m-%dT%H:%M:00+00:00", time.gmtime(time.time() + 4200))
    session = client.write(
        "/sessions/",
        {"title": "Buổi thử qua API", "host": unit, "starts_at": start, "ends_at": end, "topics": ["wages"]},
    )
    print("planned session", session["id"], session["state"])
    walk_in = {"by": "phone", "phone": "0912000111", "full_name": "Trần Thử Khách"}
    present = client.write(f"/sessions/{session['id']}/presence/", walk_in)
    print("recorded, grade", present["grade"])
    try:
        client.write(f"/sessions/{session['id']}/cancel/", {"reason": "thử xong"})
    except Problem as problem:
        print("refused as it should be:", problem.code)
    client.write(f"/sessions/{session['id']}/presence/{present['id']}/annul/", {"reason": "thử xong"})
    client.write(f"/sessions/{session['id']}/cancel/", {"reason": "thử xong"})
    print("units read:", sum(1 for _unit in client.every("/units/", limit=2)))
    reach = client.read(f"/reach/{unit}/")
    print("sessions this year:", reach["hosted"]["sessions"])


if __name__ == "__main__":
    main(*sys.argv[1:3])
