"""Rules of the Covenant of Mayors for energy and climate action plans."""
