"""The values that everything else speaks in; they read, write and print nothing."""
