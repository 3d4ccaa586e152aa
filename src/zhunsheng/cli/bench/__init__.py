"""What ``make bench`` measures: ratios of things measured side by side in one run, in a scratch folder."""
