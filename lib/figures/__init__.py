"""Counts in, `go.Figure` out: every picture stands alone, with its title, filters, counts and source inside it."""
