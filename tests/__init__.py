"""The tests mirror lib/: tests/query/test_timeline.py tries lib/query/timeline.py."""
