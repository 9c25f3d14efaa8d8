"""What leaves the program: JSON Lines and tables, in the source's own characters, nothing added for display."""
