"""What the pages of privacy show."""
