"""The tables: each record as JSON text, beside the columns that queries need."""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("body", Text, nullable=False),
)

fetches = Table(
    "fetches",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("sha256", String(64), ForeignKey("documents.sha256"), nullable=False, index=True),
    Column("body", Text, nullable=False),
)

#: One row a collection of a source.
collections = Table(
    "collections",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("source", Text, nullable=False),
    Column("body", Text, nullable=False),
)

#: `id` grows with every writing: the newest result of a document has the greatest.
results = Table(
    "results",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("sha256", String(64), ForeignKey("documents.sha256"), nullable=False),
    Column("extractor_version", Text, nullable=False),
    Column("good", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_results_key", "sha256", "extractor_version", unique=True),
)

decisions = Table(
    "decisions",
    metadata,
    Column("left_id", Text, primary_key=True),
    Column("right_id", Text, primary_key=True),
    Column("decided_by", Text, primary_key=True),
    Column("body", Text, nullable=False),
)

contracts = Table(
    "contracts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

actions = Table(
    "actions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("contract_id", Text, ForeignKey("contracts.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

#: One row a catalogue that was published and differs from the one before.
publications = Table(
    "publications",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("published_at", String(32), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("contracts", Integer, nullable=False),
    Column("actions", Integer, nullable=False),
)

#: One row a version of a published record. `since` and `until` (not counted in) are numbers of publications; while
#: `until` is null the version is the one of today, and its body stands in `contracts` or `actions` only.
versions = Table(
    "versions",
    metadata,
    Column("kind", String(8), primary_key=True),  # "contract" or "action"
    Column("record_id", Text, primary_key=True),
    Column("since", Integer, ForeignKey("publications.number"), primary_key=True),
    Column("until", Integer, ForeignKey("publications.number")),
    Column("body", Text),
    Index("ix_versions_until", "until"),
)

#: One row a fact about the base itself: "catalogue_digest".
facts = Table(
    "facts",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)
