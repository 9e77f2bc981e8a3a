"""What a reader found before places are known, and the `Document` made of it."""

from plancheck.drafts.assembling import assemble
from plancheck.drafts.draft import Draft

__all__ = ["Draft", "assemble"]
