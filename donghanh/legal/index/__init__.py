"""The search engine of the law library: plain Python and numpy, without Django."""
