"""Files: what was handed in or sent out with a matter, kept byte by byte under its own digest."""
