"""How much memory a process of its own took at most."""

PEAK_KILOBYTES = (
    "int(next(line for line in open('/proc/self/status') if line.startswith('VmHWM'))"
    ".split()[1])"
)
"""An expression for `python -c`; `ru_maxrss` would count what the parent held at the fork."""
