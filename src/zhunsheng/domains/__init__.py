"""The systems, one package each, in the nine chapters of the annual report."""
