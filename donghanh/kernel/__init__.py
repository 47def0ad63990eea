"""Plain Python that every room may use; knows nothing of Django."""
