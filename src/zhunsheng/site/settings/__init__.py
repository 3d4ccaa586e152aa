"""Django's settings: `base`, and what differs in the demo and development, in tests and in production."""
