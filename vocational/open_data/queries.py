"""The addresses of all pages."""
def addresses():
    return []
