"""Templates of a new system: everything passes as written."""
