"""The error tree. A message says what happened, where, and what to do next (in French: people read it).

AtlasError                exit_code 1
├── ConfigurationError    2   a setting, an option or a source file is wrong
├── InputNotFoundError    4   a path or an address that was asked for is not there
├── DocumentUnreadable    3   one document could not be read (recorded, never stops a run)
├── StoreError            5   the database cannot be opened, migrated or written
├── EngineError           6   the search engine cannot be opened, built or queried
├── DependencyMissing     7   a system program or an extra is not installed
└── FloorBroken           8   a score is below its floor, or its corpus has changed
"""


class AtlasError(Exception):
    exit_code = 1


class ConfigurationError(AtlasError):
    exit_code = 2


class DocumentUnreadable(AtlasError):
    exit_code = 3


class InputNotFoundError(AtlasError):
    exit_code = 4


class StoreError(AtlasError):
    exit_code = 5


class EngineError(AtlasError):
    exit_code = 6


class DependencyMissing(AtlasError):
    exit_code = 7


class FloorBroken(AtlasError):
    exit_code = 8
