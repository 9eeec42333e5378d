-- What customers were credited because the service was not what was promised (SLA-01, § 58 TKG): each year and each ticket once.
CREATE TABLE service_credit (
  tenant_id  uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  -- `availability/2026-01-01/2026-12-31`, or `ticket/` and its id.
  reference  text NOT NULL,
  invoice_id uuid NOT NULL,
  at         timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, reference)
);
SELECT protect_tenant_table('service_credit', 'tenant_id', 'SELECT');
REVOKE UPDATE, DELETE ON service_credit FROM klinke_operator;
