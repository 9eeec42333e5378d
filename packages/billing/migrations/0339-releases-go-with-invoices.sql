-- A release goes with its invoice, once the years of the invoice are over: only in a transaction that says so.
GRANT DELETE ON invoice_release TO klinke_operator;
CREATE POLICY release_stays ON invoice_release AS RESTRICTIVE FOR DELETE TO klinke_operator USING (klinke.is_forgetting());
