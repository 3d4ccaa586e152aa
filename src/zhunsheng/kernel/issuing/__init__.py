"""Issuing: official documents filled from the record, numbered on issue and frozen."""

from zhunsheng.kernel.issuing.declare import Template

__all__ = ["Template"]
