"""What users read, in English and Welsh."""
