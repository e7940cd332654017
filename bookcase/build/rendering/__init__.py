"""Pages rendered in workers: what they need, look up and give back."""
