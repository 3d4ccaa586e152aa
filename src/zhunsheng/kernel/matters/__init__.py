"""Matters: what a unit must deal with by a declared procedure, and the two ways to write them."""
