"""A school's own workbook laid onto the form of an item, with every doubt kept: nothing is guessed in silence."""
