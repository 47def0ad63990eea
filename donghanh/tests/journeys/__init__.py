"""Journeys: a real browser on a real server with demo data; run by ``make journeys``."""
