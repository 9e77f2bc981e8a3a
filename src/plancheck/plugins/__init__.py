"""What plugins bring, and rules from files that are in no plugin: loaded and checked."""
