"""What the pages about reach show, ready for their templates."""
