"""What pages of guides and shelves need from several models."""
