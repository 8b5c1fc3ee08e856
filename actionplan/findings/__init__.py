"""What every stage speaks: rules, findings and their reports."""
