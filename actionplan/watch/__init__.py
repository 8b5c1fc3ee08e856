"""What an organisation has to see to by a day, and what is said of it at the forge."""
