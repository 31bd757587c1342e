"""The next week's or month's file, made from the ones before it."""
