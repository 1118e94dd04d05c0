"""Occupations: what one does, earns and learns for them, and the interest test that leads to them."""
