"""The search page in a real browser, from a folder and over http."""
