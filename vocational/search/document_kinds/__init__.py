"""Search documents, a module for each group of rooms that they come from."""
