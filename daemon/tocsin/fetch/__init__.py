"""Reads addresses on the open web: guarded, polite, bounded in time and size."""

from tocsin.fetch.client import open_fetcher
from tocsin.fetch.options import Allowed, FetchOptions

__all__ = ["Allowed", "FetchOptions", "open_fetcher"]
