"""One module a subject; the pages stand in `pages`."""
