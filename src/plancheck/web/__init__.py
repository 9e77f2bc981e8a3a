"""A page in a browser of this machine, for planners who use no command line."""
