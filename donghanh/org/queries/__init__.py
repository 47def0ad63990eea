"""What the pages of the organisation need from several models at once."""
