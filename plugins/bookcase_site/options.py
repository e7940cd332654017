"""The plugin's options in mkdocs.yml."""

from __future__ import annotations

from mkdocs.config.base import Config
from mkdocs.config.config_options import Type


class SiteConfig(Config):
    """What mkdocs.yml may say under ``bookcase-site``.

    Attributes:
        official: The pattern of official addresses, with ``{id}`` and ``{item_id}``.
        contact: The e-mail address of those who edit; it stands at the foot of every
            page, and reports of faults go there.
        share_pictures: Whether each act and publication has a picture for those who
            pass its address on; there are none where the site has no address.
    """

    official = Type(str, default="")
    contact = Type(str, default="")
    share_pictures = Type(bool, default=True)
