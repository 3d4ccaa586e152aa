"""Migrations of what the desk keeps."""
