"""Review and publication of what staff write: who lets it out, when, and how each step is taken back."""
