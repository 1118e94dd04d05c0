"""Curated files in, published tables out."""
