-- Months that are billed once more: their invoices were taken back whole, and the operator has released them for the next run.
CREATE TABLE invoice_release (
  invoice_id  uuid PRIMARY KEY REFERENCES invoice,
  -- No reference: as the invoice, it outlives its customer.
  tenant_id   uuid NOT NULL,
  released_by text NOT NULL,
  released_at timestamptz NOT NULL
);
CREATE INDEX invoice_release_tenant ON invoice_release (tenant_id);
SELECT protect_tenant_table('invoice_release', 'tenant_id', 'SELECT');
REVOKE UPDATE, DELETE ON invoice_release FROM klinke_operator;

-- What was taken back whole stands in nobody's way; that nothing is billed anew before it is released, runs see to.
DROP INDEX invoice_once;
CREATE UNIQUE INDEX invoice_once ON invoice (tenant_id, period_from, coalesce(site_id, '00000000-0000-0000-0000-000000000000'))
  WHERE run_id IS NOT NULL AND state NOT IN ('draft', 'credited');

-- What was credited on an invoice that is taken back is credited on the one that takes its place.
GRANT DELETE ON service_credit TO klinke_operator;
