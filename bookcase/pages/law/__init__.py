"""Legal documents: the text, its contents, what is told above and beside it."""
