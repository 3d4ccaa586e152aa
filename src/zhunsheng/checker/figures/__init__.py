"""Finding the figures of a paragraph."""
