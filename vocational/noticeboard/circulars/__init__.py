"""Notices that an office sends to schools: written once, sent to many, opened and confirmed by each."""
