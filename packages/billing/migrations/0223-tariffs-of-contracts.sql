-- What a contract says of tariff and bundles, day by day; null: somebody has said it by hand, which comes first on its day.
ALTER TABLE customer_tariff ADD COLUMN contract_id uuid;
CREATE INDEX customer_tariff_contract ON customer_tariff (tenant_id) WHERE contract_id IS NOT NULL;
