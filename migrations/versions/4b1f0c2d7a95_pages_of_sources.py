"""pages of sources

Revision ID: 4b1f0c2d7a95
Revises: e223e53eef03
Create Date: 2026-11-22 11:20:00.000000

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '4b1f0c2d7a95'
down_revision = 'e223e53eef03'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('source_use',
    sa.Column('source_id', sa.String(), nullable=False),
    sa.Column('address', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['source_id'], ['source.id'], name=op.f('fk_source_use_source_id')),
    sa.PrimaryKeyConstraint('source_id', 'address', name=op.f('pk_source_use'))
    )


def downgrade():
    op.drop_table('source_use')
