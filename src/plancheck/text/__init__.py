"""Text by itself: folded, mended, split, and read for numbers, years and dates."""
