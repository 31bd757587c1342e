"""Tests of the judgement: schemas, the law's packs, the ledger and the rules."""
