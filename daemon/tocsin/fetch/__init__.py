"""Reads addresses on the open web: guarded, polite, bounded in time and size."""

from tocsin.fetch.client import open_fetcher
from tocsin.fetch.hops import private_headers
from tocsin.fetch.options import Allowed, FetchOptions
from tocsin.fetch.robots import Permission, Robots

__all__ = ["Allowed", "FetchOptions", "Permission", "Robots", "open_fetcher", "private_headers"]
