"""Upstream news: retrieve → parse → decide → snapshot, driven by news.py; a build reads only the snapshot."""
