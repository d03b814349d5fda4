"""Slack: Bolt events in, Block Kit out."""
