"""Entry point of the site."""

from vocational.factory import create_app

app = create_app()
