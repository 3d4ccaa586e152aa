"""行政复议: reconsideration of administrative acts under the laws of 2017 and of 2023."""
