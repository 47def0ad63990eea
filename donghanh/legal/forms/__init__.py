"""What people type about the law."""
