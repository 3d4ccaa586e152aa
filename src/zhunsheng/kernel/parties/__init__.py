"""Parties: the people and organisations of a matter, their numbers encrypted and found by exact value only."""
