"""What holds on which day."""
