"""References in running text: found, named, resolved."""
