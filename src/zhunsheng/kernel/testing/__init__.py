"""What tests of every room share: a small district, and the runner of scenarios."""
