"""What only shows when entries are looked at together."""
