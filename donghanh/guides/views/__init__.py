"""Doors of guides and shelves for people."""
