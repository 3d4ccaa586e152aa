"""Audit: who looked at what is protected, and why."""
