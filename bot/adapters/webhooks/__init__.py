"""Webhooks: other systems' addresses as one more platform that messages are delivered on."""
