-- The last month whose charges stand on an invoice (its first day); null: none does.
ALTER TABLE contract ADD COLUMN billed_through date;
