"""Importing texts."""
