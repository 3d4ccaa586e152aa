"""Programmes: a plan divided into items, assigned to units, reported on, and confirmed by somebody else."""
