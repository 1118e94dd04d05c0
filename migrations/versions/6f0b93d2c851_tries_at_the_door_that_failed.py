"""tries at the door that failed, until the audit tells of them

Revision ID: 6f0b93d2c851
Revises: 91d4e7a6c0b2
Create Date: 2026-11-22 12:10:00.000000

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '6f0b93d2c851'
down_revision = '91d4e7a6c0b2'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('sign_in_refusal',
    sa.Column('account_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('step', sa.String(length=10), nullable=False),
    sa.Column('failed', sa.Integer(), nullable=False),
    sa.Column('slowed', sa.Integer(), nullable=False),
    sa.Column('first_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('last_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('account_id', 'step', name=op.f('pk_sign_in_refusal'))
    )


def downgrade():
    op.drop_table('sign_in_refusal')
