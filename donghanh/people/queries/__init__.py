"""What the pages about people need from several models at once."""
