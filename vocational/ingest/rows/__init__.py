"""How entries become rows of the published tables."""
