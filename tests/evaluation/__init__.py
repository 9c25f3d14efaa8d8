"""Measures on data that lies beside the project and is no part of it; collected only where it is there."""
