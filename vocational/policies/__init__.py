"""Support policies and the legal documents they rest on: who may be helped, how much, and since when."""
