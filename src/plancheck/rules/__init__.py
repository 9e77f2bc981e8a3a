"""plancheck's own rules: one module a category, a page for each rule in `pages`."""
