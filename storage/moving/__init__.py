"""Whole databases: copied from one to another, backed up and put back."""
