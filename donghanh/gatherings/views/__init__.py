"""Doors of sessions and presence for people."""
