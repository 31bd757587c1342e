"""One file for each rule: it is seen to fire, and seen to stay silent."""
