"""Doors of the room of people, for people."""
