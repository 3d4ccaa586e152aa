"""准绳: a platform on which a district keeps, counts and reports its rule-of-law government work."""

__version__ = "0.1.0"
