"""The documents, pages and articles that the facts come from."""
