"""Provinces, communes and former units: what a place is and was called."""
