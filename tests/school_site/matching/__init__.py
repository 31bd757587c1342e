"""A school's own workbook laid onto the form of an item."""
