"""The staff screens: pages, forms and lists drawn from the registry."""
