"""The description of every record that editors write."""
