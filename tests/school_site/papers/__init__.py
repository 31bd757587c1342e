"""Official documents, procedures and forms."""
