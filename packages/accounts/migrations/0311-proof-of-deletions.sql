-- The proof of deletions goes, too, three years after (§§ 195, 199 BGB): no sooner, whoever asks.
GRANT DELETE ON deletion_log TO klinke_operator;
CREATE POLICY proof_stays ON deletion_log AS RESTRICTIVE FOR DELETE TO klinke_operator USING (at < now() - interval '3 years');

-- The operator was told that a customer is going to be deleted (PRI-01), and for which day.
CREATE TABLE deletion_notice (
  tenant_id uuid PRIMARY KEY REFERENCES tenant ON DELETE CASCADE,
  due_on    date NOT NULL,
  told_at   timestamptz NOT NULL
);
SELECT protect_operator_table('deletion_notice');
