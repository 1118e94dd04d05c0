"""The stand-alone Vietnamese search engine."""
