"""The structure of a legal text: its units, lexer, parser, renderer and ids."""
