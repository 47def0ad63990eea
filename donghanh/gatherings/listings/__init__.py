"""What the pages of this room need from several models at once; each reads for a page at a time."""
