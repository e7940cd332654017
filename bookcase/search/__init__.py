"""Search: records become shards of an inverted index that a browser reads from disk."""
