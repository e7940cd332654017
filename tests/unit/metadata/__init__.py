"""Reading metadata."""
