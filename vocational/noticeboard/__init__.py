"""Announcements, events and vacancies: what is on, what is coming, and the archive."""
