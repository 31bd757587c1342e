"""What `finish` adds to the rendered pages: feeds and calendars, held against the rules of their formats."""
