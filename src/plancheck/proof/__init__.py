"""A check with all that proves it in one file: report, settings, inputs, quotes, pictures."""

from plancheck.proof.bundle import bundle
from plancheck.proof.verifying import BundleError, Verified, verify

__all__ = ["BundleError", "Verified", "bundle", "verify"]
