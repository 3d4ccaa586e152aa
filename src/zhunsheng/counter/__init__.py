"""The counter: pages for the public, without an account and without a script."""
