"""From bytes to text with lines: the file tree, YAML as a tree of text, Markdown as blocks."""
