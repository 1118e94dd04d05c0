"""notices to schools

Revision ID: aeed77485252
Revises: c41e7f0a9b63
Create Date: 2026-11-22 10:21:27.455857

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = 'aeed77485252'
down_revision = 'c41e7f0a9b63'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('circular',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('unit_id', sa.Integer(), nullable=False),
    sa.Column('unit_name', sa.String(length=200), nullable=False),
    sa.Column('current', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('first_sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_by', sa.String(length=200), nullable=False),
    sa.Column('withdrawn_because', sa.Text(), nullable=False),
    sa.Column('is_demo', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_circular_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_circular'))
    )
    with op.batch_alter_table('circular', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_circular_first_sent_at'), ['first_sent_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_circular_unit_id'), ['unit_id'], unique=False)

    op.drop_table('circular')
