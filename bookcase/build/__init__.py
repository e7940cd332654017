"""From a library to a site: what to make, who makes it, where it goes."""
