"""Announcements, events and vacancies that staff write: texts in versions, files, checks, who may see what."""
