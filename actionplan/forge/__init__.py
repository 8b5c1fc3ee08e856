"""What forges send and are asked for, read into types of our own."""
