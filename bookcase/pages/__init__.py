"""Parsed law and publications turned into pages: HTML, contents, records."""
