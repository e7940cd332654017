"""Leaflets, posters, books: made once a title, joined for each commune."""
