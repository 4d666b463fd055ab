"""natverk: networks of Swedish associations of municipalities, from YAML and Markdown to a site."""

__version__ = "0.1.0"
