"""Registers: entries that hold from one day to another."""
