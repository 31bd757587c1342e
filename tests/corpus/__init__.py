"""The measured corpus: complete schools of every kind, a catalogue of faults with known answers, and the measuring."""
