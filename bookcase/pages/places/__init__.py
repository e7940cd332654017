"""Provinces and communes: pages, maps, what scripts read of them."""
