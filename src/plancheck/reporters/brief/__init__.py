"""What a peer review asks for before it comes: a few pages, as Word or Markdown."""
