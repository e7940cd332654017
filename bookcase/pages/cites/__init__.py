"""What an act cites, and who cites it: lists, tables, pictures."""
