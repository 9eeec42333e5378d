-- What the operator sells (BIL-01): versions of profiles, each valid from a day. The one with the latest day that has come holds; of several of one day the last.
CREATE TABLE product_profile_version (
  id         uuid PRIMARY KEY,
  profile    text NOT NULL CHECK (profile ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- Of the profile, from 1.
  number     integer NOT NULL,
  valid_from date NOT NULL,
  -- The file as it was given, with its comments.
  source     text NOT NULL,
  -- The same as data; decimals are text.
  document   jsonb NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT product_profile_version_number UNIQUE (profile, number)
);
SELECT protect_operator_table('product_profile_version');

-- What contracts and invoices are computed from stays what it was.
CREATE FUNCTION refuse_catalogue_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are never changed.', TG_TABLE_NAME;
END $$;
CREATE TRIGGER is_final BEFORE UPDATE OR DELETE ON product_profile_version FOR EACH ROW EXECUTE FUNCTION refuse_catalogue_change();
