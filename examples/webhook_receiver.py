"""How a receiver checks that a message of a webhook is real, fresh and new; with Python's own library.

SECRET=… python examples/webhook_receiver.py 9000
"""

# ruff: noqa: T201 - an example speaks to whoever runs it.

import hashlib
import hmac
import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

FRESH = 300
"""Seconds within which a message is taken; an older one may have been caught and sent again."""
LARGEST = 1024 * 1024


def is_genuine(signature: str, body: bytes, secret: str, *, now: float) -> bool:
    """Tell whether ``body`` was signed with ``secret`` within the last minutes.

    ``signature`` is the header Donghanh-Signature: a time, and one signature for each secret that is good now.
    """
    parts = [part.partition("=") for part in signature.split(",")]
    moment = next((value for name, _, value in parts if name == "t"), "")
    if not moment.isdecimal() or abs(now - int(moment)) > FRESH:
        return False
    expected = hmac.new(secret.encode(), f"{moment}.".encode() + body, hashlib.sha256).hexdigest()
    return any(hmac.compare_digest(value, expected) for name, _, value in parts if name == "v1")


class Receiver(BaseHTTPRequestHandler):
    """Takes messages and prints their events; an event that came before is left out."""

    secret = ""
    seen: set[str] = set()

    def do_POST(self) -> None:
        """Check, then take."""
        length = int(self.headers.get("Content-Length", 0))
        body = self.rfile.read(min(length, LARGEST))
        genuine = is_genuine(self.headers.get("Donghanh-Signature", ""), body, self.secret, now=time.time())
        self.send_response(204 if genuine else 400)
        self.end_headers()
        if genuine:
            for event in json.loads(body)["events"]:
                if event["id"] not in self.seen:
                    self.seen.add(event["id"])
                    print(event["at"], event["unit"], event["action"], event["kind"], event["subject"])


if __name__ == "__main__":
    Receiver.secret = os.environ["SECRET"]
    HTTPServer(("127.0.0.1", int(sys.argv[1])), Receiver).serve_forever()
