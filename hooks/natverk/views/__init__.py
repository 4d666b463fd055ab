"""What pages show, gathered from the Catalogue: typed, and free of HTML and Markdown."""
