"""Content written to do harm: it neither reaches the site nor reads a file outside."""
