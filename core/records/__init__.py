"""What may leave as tables, in files and over the API: `tables` says what there is, and for whom."""
