"""How right the rules are: complete programmes, changed on purpose, and what is found."""
