"""The content folder as one library: walked, read, and held against itself."""
