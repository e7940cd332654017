"""What else is printed from the same sources: posters, books, whole acts, notices."""
