"""Two texts side by side: what changed, as HTML."""
