"""Conversations, one per file, declared as data and run by one engine."""
