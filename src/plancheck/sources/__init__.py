"""The register of acts and method documents that requirements come from: data, with its reader."""
