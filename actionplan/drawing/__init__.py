"""What every drawing shares."""
