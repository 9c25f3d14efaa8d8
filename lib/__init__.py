"""Rawi: from a folder of news pages to a timeline, actors, statistics and readable articles."""
