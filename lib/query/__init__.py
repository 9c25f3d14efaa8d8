"""Questions put to a corpus: filters in, pandas frames out, one row per mark. Ibis, so that any engine can answer."""
