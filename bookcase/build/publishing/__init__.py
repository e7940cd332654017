"""From the stage to the site: whole, one build at a time."""
