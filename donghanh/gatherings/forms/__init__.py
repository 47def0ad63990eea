"""What people type about sessions and presence."""
