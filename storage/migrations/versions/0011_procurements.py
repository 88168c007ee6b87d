"""Procurements, of which several suppliers may have a contract each; how contracts are followed up and counted."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Go forward. Each contract that is here becomes the only one of a procurement of its own, under its number."""
    _procurement()
    _contract()
    op.add_column("sent_file", sa.Column("changes", sa.JSON(none_as_null=True), nullable=True))
    # What was half staged is never gone on with: its file is staged anew.
    op.execute("UPDATE staging SET is_over = TRUE")
    for table in ("staged_obligation", "staged_contact", "staged_contract"):
        op.drop_table(table)
    _staged_contract()
    _staged_contact()
    _staged_obligation()


def _procurement() -> None:
    op.create_table(
        "procurement",
        sa.Column("id", ID, nullable=False),
        sa.Column("registry_number", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("trade", sa.String(length=32), nullable=True),
        sa.Column("value", sa.BigInteger(), nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_procurement"),
        sa.UniqueConstraint("registry_number", name="uq_procurement_registry_number"),
    )
    op.execute(
        "INSERT INTO procurement (registry_number, title, trade, value, created_at) "
        "SELECT contract.registry_number, contract.title, supplier.trade, contract.value, contract.created_at "
        "FROM contract JOIN supplier ON supplier.id = contract.supplier_id ORDER BY contract.id"
    )


def _contract() -> None:
    op.add_column("contract", sa.Column("procurement_id", ID, nullable=True))
    op.execute(
        "UPDATE contract SET procurement_id = (SELECT procurement.id FROM procurement "
        "WHERE procurement.registry_number = contract.registry_number)"
    )
    with op.batch_alter_table("contract") as contract:
        contract.alter_column("procurement_id", existing_type=ID, nullable=False)
        contract.create_foreign_key("fk_contract_procurement_id", "procurement", ["procurement_id"], ["id"])
        contract.drop_constraint("uq_contract_registry_number", type_="unique")
        contract.create_unique_constraint("uq_contract_procurement_id_supplier_id", ["procurement_id", "supplier_id"])
        contract.drop_column("registry_number")
        for name in ("cadence", "counting", "counts_from"):
            contract.add_column(sa.Column(name, sa.String(length=32), nullable=True))


def _staged_contract() -> None:
    op.create_table(
        "staged_contract",
        *_of_staging("staged_contract"),
        sa.Column("supplier", sa.String(length=120), nullable=False),
        sa.Column("organisation_number", sa.String(length=13), nullable=True),
        sa.Column("trade", sa.String(length=32), nullable=True),
        sa.Column("area", sa.String(length=60), nullable=True),
        sa.Column("registry_number", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("clause", sa.String(length=32), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=True),
        sa.Column("cadence", sa.String(length=32), nullable=True),
        sa.Column("counting", sa.String(length=32), nullable=True),
        sa.Column("counts_from", sa.String(length=32), nullable=True),
        sa.Column("planned_until", sa.Date(), nullable=True),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("content", sa.String(length=240), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("supplier_id", sa.BigInteger(), nullable=True),
        sa.Column("contract_id", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("staging_id", "row", name="pk_staged_contract"),
        sqlite_with_rowid=False,
    )


def _staged_contact() -> None:
    op.create_table(
        "staged_contact",
        *_of_staging("staged_contact"),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.PrimaryKeyConstraint("staging_id", "row", "place", name="pk_staged_contact"),
        sqlite_with_rowid=False,
    )


def _staged_obligation() -> None:
    op.create_table(
        "staged_obligation",
        *_of_staging("staged_obligation"),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("slot_kind", sa.String(length=32), nullable=True),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("rung", sa.Integer(), nullable=False),
        sa.Column("next_at", INSTANT, nullable=True),
        sa.PrimaryKeyConstraint("staging_id", "row", "number", name="pk_staged_obligation"),
        sqlite_with_rowid=False,
    )


def _of_staging(table: str) -> tuple[sa.Column[int], sa.Column[int], sa.ForeignKeyConstraint]:
    """Whose row it is, and which row of the sheet."""
    return (
        sa.Column("staging_id", ID, autoincrement=False, nullable=False),
        sa.Column("row", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["staging_id"], ["staging.id"], name=f"fk_{table}_staging_id"),
    )
