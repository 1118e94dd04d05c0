"""The front page, guides for each reader, and what the site says about itself."""
