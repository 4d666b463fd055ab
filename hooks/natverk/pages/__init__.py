"""Markdown pages from views, by Jinja templates that read like the pages they make."""
