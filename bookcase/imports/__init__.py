"""Bring texts in from outside: recognise their structure, and say what was guessed."""
