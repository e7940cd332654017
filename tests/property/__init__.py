"""Properties, held by Hypothesis."""
