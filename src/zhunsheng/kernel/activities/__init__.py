"""Activities: dated happenings with a kind, a place and quantities."""
