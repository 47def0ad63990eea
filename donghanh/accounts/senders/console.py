"""Messages while one works on the code: printed where the server runs, sent to nobody."""

import sys


class ConsoleSender:
    """Prints messages."""

    def send(self, phone: str, text: str, *, key: str) -> None:
        """Print one message."""
        sys.stderr.write(f"SMS {key} → {phone}: {text}\n")
        sys.stderr.flush()
