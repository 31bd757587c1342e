"""What a person can ask for, one file a command. Each has `run(options) -> exit status`."""
