"""What is known of letters: scripts, direction, folding, tokens, digits, calendars. Nothing here knows of news."""
