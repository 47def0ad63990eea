"""Columns whose plain byte order matters: ``COLLATE "C"`` on PostgreSQL; SQLite orders so already."""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def use_byte_order(schema_editor: BaseDatabaseSchemaEditor, table: str, column: str, length: int) -> None:
    """Give one text column the C collation where the database has another by default."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f'ALTER TABLE "{table}" ALTER COLUMN "{column}" TYPE varchar({length}) COLLATE "C"')
