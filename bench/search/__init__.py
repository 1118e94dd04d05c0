"""Measures the search beside the engines people would take instead: quality, robustness, speed, costs."""
