"""Files beside pages: feeds, site map, stamp, shelves and scripts to say."""
