"""first row of the audit head, so that two first writers need not both make it

Revision ID: 91d4e7a6c0b2
Revises: 2bf231c2f047
Create Date: 2026-11-22 10:50:00.000000

"""
from alembic import op


# revision identifiers, used by Alembic.
revision = '91d4e7a6c0b2'
down_revision = '2bf231c2f047'
branch_labels = None
depends_on = None


def upgrade():
    op.execute(
        f"INSERT INTO audit_head (id, count, hash) SELECT 1, 0, '{'0' * 64}'"
        " WHERE NOT EXISTS (SELECT 1 FROM audit_head)"
    )


def downgrade():
    pass
