"""Targets of plans and strategies, who has to report what, and what was measured against them."""
