"""What an entry of each content file may hold."""
