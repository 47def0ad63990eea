"""Reading of legal texts as people have them: from bytes to articles, facts and findings. Plain Python, no Django."""
