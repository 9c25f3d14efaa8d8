"""What is seen: the only package that imports Streamlit. Pages call it; it calls queries, figures and exports."""
