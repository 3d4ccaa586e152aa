"""REST for other systems, generated from the declarations; the same writing and reading as the screens."""
