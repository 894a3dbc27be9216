"""YAML → `Settings`, or precisely what is wrong with it, all of it at once.

`document` reads YAML with the place of every value, `variables` fills in the environment, `schema`
says what may stand where, `problems` tells pydantic's findings in the user's terms, and `reading`
joins them; `finding` tells where the file is, and where its store.
"""

from tocsin.config.changes import changed_rules, changes
from tocsin.config.finding import find_config, find_store
from tocsin.config.reading import read_config
from tocsin.config.settings import ChannelSettings, Settings
from tocsin.config.showing import as_yaml

__all__ = [
    "ChannelSettings",
    "Settings",
    "as_yaml",
    "changed_rules",
    "changes",
    "find_config",
    "find_store",
    "read_config",
]
