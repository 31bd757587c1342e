"""Reading what people left in the content folder."""
