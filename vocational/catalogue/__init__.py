"""The schools and centres, the programmes (ngành), and who teaches what."""
