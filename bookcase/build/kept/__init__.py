"""What the last build made, and from what; which files differ since."""
