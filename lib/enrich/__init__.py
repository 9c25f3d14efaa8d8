"""What we add to an article: language, dates, actors, duplicates; pure functions over text and frames."""
