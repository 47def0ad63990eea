"""Doors of the room of privacy, for people."""
