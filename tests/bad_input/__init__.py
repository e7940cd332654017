"""What editors get wrong: all is told at once, and the last good site stays."""
