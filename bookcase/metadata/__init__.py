"""What editors write in YAML and front matter, read with the place of every word."""
