"""Figures of work and of pupils' ways after school, as dated series; employers, zones and notes."""
