"""What people write about guides, links and shelves."""
