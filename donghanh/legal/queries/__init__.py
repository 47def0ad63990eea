"""What the pages of the library need from several models at once."""
