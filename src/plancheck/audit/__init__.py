"""Many programmes: found, judged by processes of their own, kept in a database."""
