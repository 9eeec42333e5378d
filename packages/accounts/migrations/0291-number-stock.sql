-- Ranges of numbers that the operator has and that orders are served from (NUM-09). What of them is taken, number_range says.
CREATE TABLE number_stock (
  e164             text PRIMARY KEY CHECK (e164 ~ '^\+[1-9][0-9]{6,14}$'),
  size             integer NOT NULL CHECK (size IN (1, 10, 100, 1000, 10000)),
  -- Of the Ortsnetz, without the leading zero.
  area_code        text NOT NULL,
  upstream_carrier text,
  created_at       timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX number_stock_area ON number_stock (area_code, e164);
SELECT protect_operator_table('number_stock');
