-- Answered calls that no tariff could price keep their month from being billed, until they have a price or somebody bills without them and says why (BIL-03).
CREATE TABLE call_waiver (
  id          uuid PRIMARY KEY,
  tenant_id   uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  -- First day: calls of this month and of those before.
  month       date NOT NULL,
  -- In the order of rating: what became known later, or was rated anew with another outcome, is not waived.
  until_place bigint NOT NULL,
  calls       integer NOT NULL CHECK (calls > 0),
  reason      text NOT NULL CHECK (reason <> ''),
  waived_by   text NOT NULL,
  waived_at   timestamptz NOT NULL
);
CREATE INDEX call_waiver_tenant ON call_waiver (tenant_id, month);
SELECT protect_operator_table('call_waiver');
