"""A smaller bookcase, and where its links to the rest lead."""
