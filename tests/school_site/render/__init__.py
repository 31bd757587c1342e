"""Pages and pictures, before a template prints them."""
