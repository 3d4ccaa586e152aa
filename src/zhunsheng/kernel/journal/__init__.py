"""The journal: what happened to a matter, appended and never changed, and its seal."""
