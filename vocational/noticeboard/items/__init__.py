"""Announcements, events and vacancies that staff write: texts in versions, files, who may see what."""
