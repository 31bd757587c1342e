"""Tests of taking in upstream news, against a real HTTP server on loopback."""
