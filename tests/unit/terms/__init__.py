"""Terms that an act defines."""
