"""The formats that reports are written in, one module each."""
