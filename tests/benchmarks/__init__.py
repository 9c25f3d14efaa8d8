"""How fast and how large: measured by hand (`python -m tests.benchmarks`), never asserted, as machines differ."""
