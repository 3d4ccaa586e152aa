"""村（社区）法律顾问: contracts with advisers of villages and communities, their visits and talks."""
