"""How every figure of this project is taken: ``scripts/bench NAME``.

Without a name the command lists what can be measured (:mod:`tests.bench.names`). With
names it runs each in turn and prints its figures as a table; ``--json`` prints the same
figures for programs; ``--check`` compares them with the bars in ``bars.toml`` and exits
1 naming each that is missed, or whose figure was not taken.

A bench is a module with a function ``run`` that yields rows
(:class:`tests.bench.rows.Row`). What the command line sets (``size``, ``seed``,
``local``, ``jobs``, ``only``) reaches those that take it, by the names of their
keyword parameters. The first line of the module's docstring is its line in the list.
"""
