"""The relations between figures: which hold, which cannot, and which the text leaves open."""
