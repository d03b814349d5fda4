"""What the data map says of erasure and retention, done in the database."""
