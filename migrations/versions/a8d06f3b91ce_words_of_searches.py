"""words that were looked for, and what staff add to the vocabulary

Revision ID: a8d06f3b91ce
Revises: 7c2e51a9d004
Create Date: 2026-11-23 09:10:00.000000

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = 'a8d06f3b91ce'
down_revision = '7c2e51a9d004'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('vocabulary_addition',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('part', sa.String(), nullable=False),
    sa.Column('data', sa.JSON(), nullable=False),
    sa.Column('post', sa.String(), nullable=False),
    sa.Column('added_on', sa.Date(), nullable=False),
    sa.Column('withdrawn_on', sa.Date(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_vocabulary_addition'))
    )
    op.create_table('words_count',
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('words', sa.String(length=100), nullable=False),
    sa.Column('times', sa.Integer(), nullable=False),
    sa.Column('without_result', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('day', 'words', name=op.f('pk_words_count'))
    )


def downgrade():
    op.drop_table('words_count')
    op.drop_table('vocabulary_addition')
