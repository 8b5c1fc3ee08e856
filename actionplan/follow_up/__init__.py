"""What each organisation has to see to, and what is said of it at the forge."""
