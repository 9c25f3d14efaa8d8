"""Whether two names are one: keys of sound across scripts, pairs to join, and what the reader says about all of it."""
