"""A receiver of webhooks on this machine, which answers as it is told to."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any


class Received(list[tuple[dict[str, str], bytes]]):
    """The messages that arrived, and the status that the next one is answered with."""

    status = 204
    port = 0


@contextmanager
def receiving() -> Iterator[Received]:
    """Listen on a free port until the block ends."""
    received = Received()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            received.append((dict(self.headers), body))
            self.send_response(received.status)
            self.send_header("Location", f"http://127.0.0.1:{received.port}/elsewhere")
            self.end_headers()

        def log_message(self, *_args: Any) -> None:
            """Keep quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    received.port = server.server_port
    listening = threading.Thread(target=server.serve_forever, args=[0.02], daemon=True)
    listening.start()
    try:
        yield received
    finally:
        server.shutdown()
        server.server_close()
        listening.join()
