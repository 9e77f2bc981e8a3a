"""Documents read by meaning: parts, tables, measures, projects, indicators, codes."""
