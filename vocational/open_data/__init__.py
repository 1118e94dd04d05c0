"""What machines read: site map, robots file, search description."""
