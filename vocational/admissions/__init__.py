"""Seats, rounds and deadlines of each admission year, at the detail that the sources give."""
