"""Who works with schools and pupils, what a source says they offered; the secondary schools of the area."""
