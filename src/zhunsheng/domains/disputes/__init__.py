"""Chapter 7, disputes and how they are settled: 社会矛盾纠纷化解."""
