"""The commands, one module each; found by scanning this folder and the ``commands`` modules of the systems."""
