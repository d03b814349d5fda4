"""The core's ports on SQLAlchemy: SQLite by default, PostgreSQL when it is outgrown."""
