"""Chapter 6, checks on power: 行政权力制约监督."""
