"""What the database knows about its tables when it plans a query."""

from django.db import connection


def refresh() -> None:
    """Count the tables anew after much was written at once; without it the planner takes them for empty."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
