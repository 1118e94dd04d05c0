"""The ways on after grade 9 and grade 12: stages, and the passages between them."""
