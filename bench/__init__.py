"""Measures how fast the site is, beside a peer that serves the same tables."""
