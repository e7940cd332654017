"""MkDocs plugin: the hub pages are MkDocs' own, everything else the library makes."""
