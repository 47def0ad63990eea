"""The pages about the doors for programs."""
