"""steps taken with items

Revision ID: c41e7f0a9b63
Revises: 8e3c1d6b5f20
Create Date: 2026-11-22 10:25:00.000000

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = 'c41e7f0a9b63'
down_revision = '8e3c1d6b5f20'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('item_step',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('item_id', sa.Integer(), nullable=False),
    sa.Column('step', sa.String(length=20), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('account_id', sa.Integer(), nullable=True),
    sa.Column('post', sa.String(length=200), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('said', sa.Text(), nullable=False),
    sa.Column('alone', sa.Boolean(), nullable=False),
    sa.Column('before', sa.JSON(), nullable=False),
    sa.Column('after', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['item_id'], ['item.id'], name=op.f('fk_item_step_item_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_item_step'))
    )
    with op.batch_alter_table('item_step', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_item_step_at'), ['at'], unique=False)
        batch_op.create_index(batch_op.f('ix_item_step_item_id'), ['item_id'], unique=False)


def downgrade():
    op.drop_table('item_step')
