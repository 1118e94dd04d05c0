"""Plumbing that all pages share."""
