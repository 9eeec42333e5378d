-- Price lists that were imported from tables, each with the list that it replaced: so that an import can be taken back.
CREATE TABLE carrier_price_import (
  id          uuid PRIMARY KEY,
  carrier_id  uuid NOT NULL REFERENCES carrier ON DELETE CASCADE,
  file_name   text NOT NULL,
  imported_by text NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  created     integer NOT NULL,
  changed     integer NOT NULL,
  skipped     integer NOT NULL,
  failed      integer NOT NULL,
  removed     integer NOT NULL,
  -- As `rates` of carrier_price_list.
  before      jsonb NOT NULL,
  -- A hash of the list as the import has left it: one that is another meanwhile stays.
  version     text NOT NULL,
  undone_at   timestamptz
);
CREATE INDEX carrier_price_import_carrier ON carrier_price_import (carrier_id, id);
SELECT protect_operator_table('carrier_price_import');
