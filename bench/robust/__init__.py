"""Which odd files are read, why others are refused, and that none takes long or much."""
