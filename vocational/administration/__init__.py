"""What administrators do: people and what they may do, units and their settings, reading the audit."""
