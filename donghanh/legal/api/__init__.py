"""This room's doors for programs."""
