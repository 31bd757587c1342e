"""Workbooks of schools: what can be read, what cannot, and the empty ones that we write."""
