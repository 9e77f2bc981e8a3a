"""What was read and judged before, kept so that the same need not be read and judged again."""
