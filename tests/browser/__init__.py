"""What only a real browser can tell: geometry, links opened cold, gestures, downloads, requests."""
