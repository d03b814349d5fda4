"""What Milepost says: values to cards, one subject per file."""
