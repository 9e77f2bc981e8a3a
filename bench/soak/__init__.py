"""Many programmes, interrupted at random: nothing may be lost, and nothing done twice."""
