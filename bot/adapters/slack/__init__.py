"""Slack: payloads in, Block Kit out, through Bolt and the Web API."""
