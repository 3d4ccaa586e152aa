"""行政应诉: suits against the government, from the court's papers to the performance of the judgment."""
