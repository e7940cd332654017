"""Leaflets: one publication and one commune in, one sheet of paper out."""
