"""secret of an app while it is set up

Revision ID: 5d20b7c1e9a4
Revises: 1f52949ab72c
Create Date: 2026-11-22 10:05:00.000000

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '5d20b7c1e9a4'
down_revision = '1f52949ab72c'
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table('auth_session', schema=None) as batch_op:
        batch_op.add_column(sa.Column('secret', sa.Text(), nullable=True))


def downgrade():
    with op.batch_alter_table('auth_session', schema=None) as batch_op:
        batch_op.drop_column('secret')
