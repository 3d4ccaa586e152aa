"""Units, people and posts: who belongs where, the only source of permission."""
