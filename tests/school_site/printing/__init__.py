"""Papers: what stands on them, which one a word means, and the PDFs made of them."""
