"""What needs no paper: scripts for loudspeakers, digests for text messages."""
