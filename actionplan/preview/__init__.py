"""What a proposal would come to on the site: its pages, its figures and its trees, before and after."""
