"""The plugin's options in mkdocs.yml."""

from __future__ import annotations

from mkdocs.config.base import Config
from mkdocs.config.config_options import Optional, Type


class SiteConfig(Config):
    """What mkdocs.yml may say under ``bookcase-site``.

    Attributes:
        official: The pattern of official addresses, with ``{id}`` and ``{item_id}``.
        jobs: Worker processes; 0 means one for each processor.
        as_of: The day that states are computed for, ``2026-07-01``; today if absent.
        keep_going: Publish what is sound although something has errors.
        leaflets: Print leaflets.
        allow_stale: Print those too that rest on what is law no more.
        since: The folder of the site that was published last, for the search index.
    """

    official = Type(str, default="")
    jobs = Type(int, default=0)
    as_of = Optional(Type(str))
    keep_going = Type(bool, default=False)
    leaflets = Type(bool, default=True)
    allow_stale = Type(bool, default=False)
    since = Type(str, default="")
