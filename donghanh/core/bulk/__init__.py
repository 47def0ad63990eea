"""Bulk changes: many records of a list at once, looked through first, carried out and taken back row by row."""
