"""Keys that what people write in tests is sealed with."""

from storage.sealing import KeyRing

KEY = "8sMBZ7Ff3gD9tLw0Xq2nVhJcY5uK1oRpE6iTa4bNvGk="
OTHER_KEY = "Qm7xW2dLz0Rk5vTj9aHc3eYb8uNfG1oIp4SqXwVtK6E="
RING = KeyRing([KEY])
