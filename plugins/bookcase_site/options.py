"""The plugin's options in mkdocs.yml."""

from __future__ import annotations

from mkdocs.config.base import Config
from mkdocs.config.config_options import Type


class SiteConfig(Config):
    """What mkdocs.yml may say under ``bookcase-site``.

    Attributes:
        official: The pattern of official addresses, with ``{id}`` and ``{item_id}``.
    """

    official = Type(str, default="")
