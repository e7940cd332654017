"""The search index of a build, and what search narrows by."""
