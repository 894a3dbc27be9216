"""YAML → `Settings`, or precisely what is wrong with it, all of it at once.

`document` reads YAML with the place of every value, `variables` fills in the environment, `schema`
says what may stand where, `problems` tells pydantic's findings in the user's terms, and `reading`
joins them.
"""

from tocsin.config.changes import changed_rules, changes
from tocsin.config.reading import find_config, read_config
from tocsin.config.settings import ChannelSettings, Settings
from tocsin.config.showing import as_yaml

__all__ = [
    "ChannelSettings",
    "Settings",
    "as_yaml",
    "changed_rules",
    "changes",
    "find_config",
    "read_config",
]
