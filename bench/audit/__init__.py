"""Audits of many made programmes: how fast they run, and that nothing is lost or doubled."""
