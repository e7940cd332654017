"""What programs are told of a page."""
