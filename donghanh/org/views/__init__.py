"""Doors of the organisation for people."""
