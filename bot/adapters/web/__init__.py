"""The demo's own chat page: HTTP in, server-sent events out."""
