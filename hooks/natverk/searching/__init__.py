"""What the search finds: the pages' text with marks for Swedish, and the index made of it."""
