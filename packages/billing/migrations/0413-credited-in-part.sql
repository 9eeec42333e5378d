-- A ticket that is reopened after it was compensated can be due more: each invoice gives what is missing. Null: from before this column, all that was due then.
ALTER TABLE service_credit ADD COLUMN amount_micros money_micros;
ALTER TABLE service_credit DROP CONSTRAINT service_credit_pkey;
ALTER TABLE service_credit ADD PRIMARY KEY (tenant_id, reference, invoice_id);
