"""What people can find on the site by typing words."""
