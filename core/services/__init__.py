"""Use cases, one verb phrase per function."""
