"""questions, answers for all, reports

Revision ID: 2bf231c2f047
Revises: aeed77485252
Create Date: 2026-11-22 10:25:56.552700

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '2bf231c2f047'
down_revision = 'aeed77485252'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('faq',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('slug', sa.String(length=120), nullable=False),
    sa.Column('topic', sa.String(length=20), nullable=False),
    sa.Column('question', sa.String(length=300), nullable=False),
    sa.Column('answer', sa.Text(), nullable=False),
    sa.Column('answer_html', sa.Text(), nullable=False),
    sa.Column('links', sa.JSON(), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('written_by', sa.Integer(), nullable=True),
    sa.Column('approved_by', sa.Integer(), nullable=True),
    sa.Column('written_on', sa.Date(), nullable=False),
    sa.Column('published_on', sa.Date(), nullable=True),
    sa.Column('changed_on', sa.Date(), nullable=True),
    sa.Column('area', sa.String(length=100), nullable=False),
    sa.Column('unit_id', sa.Integer(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('is_demo', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_faq_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_faq')),
    sa.UniqueConstraint('slug', name=op.f('uq_faq_slug'))
    )

    with op.batch_alter_table('faq', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_faq_area'), ['area'], unique=False)
        batch_op.create_index(batch_op.f('ix_faq_state'), ['state'], unique=False)
        batch_op.create_index(batch_op.f('ix_faq_topic'), ['topic'], unique=False)
        batch_op.create_index(batch_op.f('ix_faq_unit_id'), ['unit_id'], unique=False)

    op.create_table('report',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('page', sa.String(length=300), nullable=False),
    sa.Column('text', sa.Text(), nullable=True),
    sa.Column('right_source', sa.Text(), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('key', sa.String(length=64), nullable=False),
    sa.Column('asked_on', sa.Date(), nullable=False),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('area', sa.String(length=100), nullable=False),
    sa.Column('unit_id', sa.Integer(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('is_demo', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_report_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_report')),
    sa.UniqueConstraint('key', name=op.f('uq_report_key'))
    )

    with op.batch_alter_table('report', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_report_area'), ['area'], unique=False)
        batch_op.create_index(batch_op.f('ix_report_asked_on'), ['asked_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_report_closed_on'), ['closed_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_report_page'), ['page'], unique=False)
        batch_op.create_index(batch_op.f('ix_report_state'), ['state'], unique=False)
        batch_op.create_index(batch_op.f('ix_report_unit_id'), ['unit_id'], unique=False)

    op.create_table('question',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('topic', sa.String(length=20), nullable=False),
    sa.Column('text', sa.Text(), nullable=True),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('answer', sa.Text(), nullable=False),
    sa.Column('answer_html', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('answered_as', sa.String(length=200), nullable=False),
    sa.Column('faq_id', sa.Integer(), nullable=True),
    sa.Column('key', sa.String(length=64), nullable=False),
    sa.Column('asked_on', sa.Date(), nullable=False),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('area', sa.String(length=100), nullable=False),
    sa.Column('unit_id', sa.Integer(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('is_demo', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['faq_id'], ['faq.id'], name=op.f('fk_question_faq_id')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_question_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_question')),
    sa.UniqueConstraint('key', name=op.f('uq_question_key'))
    )

    with op.batch_alter_table('question', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_question_area'), ['area'], unique=False)
        batch_op.create_index(batch_op.f('ix_question_asked_on'), ['asked_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_question_closed_on'), ['closed_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_question_faq_id'), ['faq_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_question_state'), ['state'], unique=False)
        batch_op.create_index(batch_op.f('ix_question_topic'), ['topic'], unique=False)
        batch_op.create_index(batch_op.f('ix_question_unit_id'), ['unit_id'], unique=False)


def downgrade():
    with op.batch_alter_table('question', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_question_unit_id'))
        batch_op.drop_index(batch_op.f('ix_question_topic'))
        batch_op.drop_index(batch_op.f('ix_question_state'))
        batch_op.drop_index(batch_op.f('ix_question_faq_id'))
        batch_op.drop_index(batch_op.f('ix_question_closed_on'))
        batch_op.drop_index(batch_op.f('ix_question_asked_on'))
        batch_op.drop_index(batch_op.f('ix_question_area'))

    op.drop_table('question')

    with op.batch_alter_table('report', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_report_unit_id'))
        batch_op.drop_index(batch_op.f('ix_report_state'))
        batch_op.drop_index(batch_op.f('ix_report_page'))
        batch_op.drop_index(batch_op.f('ix_report_closed_on'))
        batch_op.drop_index(batch_op.f('ix_report_asked_on'))
        batch_op.drop_index(batch_op.f('ix_report_area'))

    op.drop_table('report')

    with op.batch_alter_table('faq', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_faq_unit_id'))
        batch_op.drop_index(batch_op.f('ix_faq_topic'))
        batch_op.drop_index(batch_op.f('ix_faq_state'))
        batch_op.drop_index(batch_op.f('ix_faq_area'))

    op.drop_table('faq')
