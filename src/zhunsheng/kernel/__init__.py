"""The nouns every system is built from; it knows no domain and no screen."""
