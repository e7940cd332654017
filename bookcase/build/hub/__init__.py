"""Hub pages and shells, from an engine; the scripts and words sent with them."""
