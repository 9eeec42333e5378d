-- An amount in millionths of a unit of its currency (a cent is 10,000): nine trillion euros fit. The currency stands in a column beside it.
CREATE DOMAIN money_micros AS bigint;
-- ISO 4217.
CREATE DOMAIN currency_code AS text CHECK (VALUE ~ '^[A-Z]{3}$');
