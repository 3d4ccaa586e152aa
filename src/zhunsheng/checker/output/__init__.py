"""Showing what was found: JSON, a readable list, an annotated page."""
