"""The first page of staff: what waits for whom."""
