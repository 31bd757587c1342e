"""The few screens that connect Cổng Trường to Pelican; nothing else in the package knows that Pelican exists."""
