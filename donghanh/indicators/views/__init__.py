"""Doors of figures for people."""
