"""sums of seats, and no index that leads to all schools

Revision ID: 7c2e51a9d004
Revises: 4b1f0c2d7a95
Create Date: 2026-11-22 14:30:00.000000

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '7c2e51a9d004'
down_revision = '4b1f0c2d7a95'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('quota_sum',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('covers', sa.String(), nullable=False),
    sa.Column('level', sa.String(), nullable=False),
    sa.Column('level_words', sa.String(), nullable=False),
    sa.Column('level_rank', sa.Integer(), nullable=False),
    sa.Column('unit', sa.String(), nullable=False),
    sa.Column('schools', sa.Integer(), nullable=False),
    sa.Column('lines', sa.Integer(), nullable=False),
    sa.Column('known', sa.Integer(), nullable=False),
    sa.Column('uncertain', sa.Integer(), nullable=False),
    sa.Column('seats', sa.BigInteger(), nullable=False),
    sa.Column('qualifier', sa.String(), nullable=False),
    sa.Column('other_qualifier', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_quota_sum'))
    )
    op.create_index(op.f('ix_quota_sum_year'), 'quota_sum', ['year'])
    # Nearly all schools are public: SQLite chose this index and then read every row one by one.
    op.drop_index(op.f('ix_institution_public'), table_name='institution')


def downgrade():
    op.create_index(op.f('ix_institution_public'), 'institution', ['public'])
    op.drop_index(op.f('ix_quota_sum_year'), table_name='quota_sum')
    op.drop_table('quota_sum')
