"""Records that somebody is about to sign, begun from what the plan knows: reports, verifications, evidence."""
