"""What machines read: site map, robots file, search description, and the search as JSON."""
