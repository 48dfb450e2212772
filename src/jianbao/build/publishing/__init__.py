"""Putting a finished site in place of the last one, whatever happens on the way."""
