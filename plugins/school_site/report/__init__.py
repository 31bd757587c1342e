"""The same findings, told to different readers."""
