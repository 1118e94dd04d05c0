"""notices to schools

Revision ID: aeed77485252
Revises: c41e7f0a9b63
Create Date: 2026-11-22 10:27:16.811585

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

    op.create_table('circular_recipient',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('circular_id', sa.Integer(), nullable=False),
    sa.Column('key', sa.String(length=130), nullable=False),
    sa.Column('unit_id', sa.Integer(), nullable=True),
    sa.Column('school', sa.String(length=120), nullable=True),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('kind', sa.String(length=60), nullable=False),
    sa.Column('place', sa.String(length=300), nullable=False),
    sa.Column('sort_key', sa.Text(), nullable=False),
    sa.Column('since_version', sa.Integer(), nullable=False),
    sa.Column('reminded_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reminded', sa.Integer(), nullable=False),
    sa.Column('paper_on', sa.Date(), nullable=True),
    sa.Column('paper_to', sa.String(length=200), nullable=False),
    sa.ForeignKeyConstraint(['circular_id'], ['circular.id'], name=op.f('fk_circular_recipient_circular_id')),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_circular_recipient_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_circular_recipient')),
    sa.UniqueConstraint('circular_id', 'key', name=op.f('uq_circular_recipient_circular_id_key'))
    )
    with op.batch_alter_table('circular_recipient', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_circular_recipient_school'), ['school'], unique=False)
        batch_op.create_index(batch_op.f('ix_circular_recipient_unit_id'), ['unit_id'], unique=False)

    op.create_table('circular_version',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('circular_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=300), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('html', sa.Text(), nullable=False),
    sa.Column('confirm_by', sa.Date(), nullable=True),
    sa.Column('change_note', sa.Text(), nullable=False),
    sa.Column('areas', sa.JSON(), nullable=False),
    sa.Column('kinds', sa.JSON(), nullable=False),
    sa.Column('left_out', sa.JSON(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('edited_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('edited_by', sa.String(length=200), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('sent_by', sa.String(length=200), nullable=False),
    sa.ForeignKeyConstraint(['circular_id'], ['circular.id'], name=op.f('fk_circular_version_circular_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_circular_version')),
    sa.UniqueConstraint('circular_id', 'number', name=op.f('uq_circular_version_circular_id_number'))
    )
    op.create_table('circular_attachment',
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('attachment_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['attachment_id'], ['attachment.id'], name=op.f('fk_circular_attachment_attachment_id')),
    sa.ForeignKeyConstraint(['version_id'], ['circular_version.id'], name=op.f('fk_circular_attachment_version_id')),
    sa.PrimaryKeyConstraint('version_id', 'attachment_id', name=op.f('pk_circular_attachment'))
    )
    with op.batch_alter_table('circular_attachment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_circular_attachment_attachment_id'), ['attachment_id'], unique=False)

    op.create_table('circular_receipt',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('recipient_id', sa.Integer(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('account_id', sa.Integer(), nullable=False),
    sa.Column('post', sa.String(length=200), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('downloaded_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('confirmed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('note', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_circular_receipt_account_id')),
    sa.ForeignKeyConstraint(['recipient_id'], ['circular_recipient.id'], name=op.f('fk_circular_receipt_recipient_id')),
    sa.ForeignKeyConstraint(['version_id'], ['circular_version.id'], name=op.f('fk_circular_receipt_version_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_circular_receipt')),
    sa.UniqueConstraint('recipient_id', 'version_id', 'account_id', name=op.f('uq_circular_receipt_recipient_id_version_id_account_id'))
    )
    with op.batch_alter_table('circular_receipt', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_circular_receipt_account_id'), ['account_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_circular_receipt_version_id'), ['version_id'], unique=False)

    op.create_table('circular_reference',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('key', sa.String(length=200), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('said', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['version_id'], ['circular_version.id'], name=op.f('fk_circular_reference_version_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_circular_reference')),
    sa.UniqueConstraint('version_id', 'kind', 'key', name=op.f('uq_circular_reference_version_id_kind_key'))
    )


def downgrade():
    op.drop_table('circular_reference')
    with op.batch_alter_table('circular_receipt', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_circular_receipt_version_id'))
        batch_op.drop_index(batch_op.f('ix_circular_receipt_account_id'))

    op.drop_table('circular_receipt')
    with op.batch_alter_table('circular_attachment', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_circular_attachment_attachment_id'))

    op.drop_table('circular_attachment')
    op.drop_table('circular_version')
    with op.batch_alter_table('circular_recipient', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_circular_recipient_unit_id'))
        batch_op.drop_index(batch_op.f('ix_circular_recipient_school'))

    op.drop_table('circular_recipient')
    with op.batch_alter_table('circular', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_circular_unit_id'))
        batch_op.drop_index(batch_op.f('ix_circular_first_sent_at'))

    op.drop_table('circular')
