"""Publications and the versions of records. A base that has a catalogue begins with that one, of today.

When it was published before is not known: the first publication bears the moment of this migration.
"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    publications = op.create_table(
        "publications",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("published_at", sa.String(32), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("contracts", sa.Integer, nullable=False),
        sa.Column("actions", sa.Integer, nullable=False),
    )
    op.create_table(
        "versions",
        sa.Column("kind", sa.String(8), primary_key=True),
        sa.Column("record_id", sa.Text, primary_key=True),
        sa.Column("since", sa.Integer, sa.ForeignKey("publications.number"), primary_key=True),
        sa.Column("until", sa.Integer, sa.ForeignKey("publications.number")),
        sa.Column("body", sa.Text),
    )
    op.create_index("ix_versions_until", "versions", ["until"])
    connection = op.get_bind()
    counts = [connection.scalar(sa.text(f"SELECT count(*) FROM {name}")) for name in ("contracts", "actions")]
    digest = connection.scalar(sa.text("SELECT value FROM facts WHERE name = 'catalogue_digest'"))
    if digest is None or not any(counts):
        return
    first = {"number": 1, "published_at": datetime.now(UTC).isoformat(timespec="seconds"), "digest": digest}
    op.bulk_insert(publications, [{**first, "contracts": counts[0], "actions": counts[1]}])
    for kind, name in (("contract", "contracts"), ("action", "actions")):
        connection.execute(
            sa.text(f"INSERT INTO versions (kind, record_id, since) SELECT '{kind}', id, 1 FROM {name}")
        )


def downgrade() -> None:
    for name in ("versions", "publications"):
        op.drop_table(name)
