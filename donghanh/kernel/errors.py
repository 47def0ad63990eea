"""The one kind of error that a person is meant to read."""


class DomainError(Exception):
    """A rule of the field was broken; the message says what happened and what to do next.

    ``code`` is stable and meant for programs; the message is meant for people.
    """

    code = "domain_error"

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else self.code
