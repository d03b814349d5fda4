"""The platform-neutral heart of Milepost: model, conversations, planning, permissions and texts."""
