-- Phone books (DIR-01): any number of a tenant's, and one of each extension, whose id is the extension's.
CREATE TABLE phone_book (
  id           uuid PRIMARY KEY,
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  extension_id uuid UNIQUE REFERENCES extension ON DELETE CASCADE,
  name         text NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  CHECK (extension_id IS NULL OR extension_id = id)
);
CREATE UNIQUE INDEX phone_book_name ON phone_book (tenant_id, name) WHERE extension_id IS NULL;
SELECT protect_tenant_table('phone_book');
SELECT tell_row_changes('phone_book');

CREATE TABLE phone_book_entry (
  id         uuid PRIMARY KEY,
  tenant_id  uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  book_id    uuid NOT NULL REFERENCES phone_book ON DELETE CASCADE,
  name       text NOT NULL,
  company    text NOT NULL,
  email      text NOT NULL,
  notes      text NOT NULL,
  favourite  boolean NOT NULL,
  -- [{kind, number}] as people see them.
  numbers    jsonb NOT NULL,
  -- What the entry is sorted, found and recognised by: written as `folding.ts` says, so that Müller, Mueller and Muller are one.
  sorted     text COLLATE "C" NOT NULL,
  search     text COLLATE "C" NOT NULL,
  sameness   text COLLATE "C" NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX phone_book_entry_sorted ON phone_book_entry (book_id, sorted, id);
CREATE INDEX phone_book_entry_sameness ON phone_book_entry (book_id, sameness);
SELECT protect_tenant_table('phone_book_entry');

-- Which name a number has: what calls read.
CREATE TABLE phone_book_number (
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  book_id      uuid NOT NULL REFERENCES phone_book ON DELETE CASCADE,
  -- Deleted with its entry by the slice: a cascade would look each of 100,000 entries up.
  entry_id     uuid NOT NULL,
  extension_id uuid,
  number       text COLLATE "C" NOT NULL,
  label        text NOT NULL,
  PRIMARY KEY (tenant_id, number, entry_id)
);
CREATE INDEX phone_book_number_entry ON phone_book_number (entry_id);
CREATE INDEX phone_book_number_book ON phone_book_number (book_id);
SELECT protect_tenant_table('phone_book_number');
DROP TRIGGER audit_change ON phone_book_number;

-- When callers are named; a tenant without a row names callers that gave no name.
CREATE TABLE phone_book_settings (
  tenant_id    uuid PRIMARY KEY REFERENCES tenant ON DELETE CASCADE,
  name_callers text NOT NULL CHECK (name_callers IN ('unnamed', 'always', 'never'))
);
SELECT protect_tenant_table('phone_book_settings');
SELECT announce_tenant_changes('phone_book_settings');

-- Once per statement, so that an import of 100,000 rows is one notification: `<tenant> <number>,<number>…`, or `<tenant> *` for many.
CREATE FUNCTION announce_phone_book_numbers(changed_tenant uuid, changed_numbers text[]) RETURNS void LANGUAGE sql AS $$
  SELECT klinke.announce('klinke_phone_book', changed_tenant || ' ' ||
    CASE WHEN cardinality(changed_numbers) > 100 THEN '*' ELSE array_to_string(changed_numbers, ',') END);
$$;

CREATE FUNCTION phone_book_numbers_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM klinke.announce_phone_book_numbers(tenant_id, array_agg(DISTINCT number ORDER BY number)) FROM changed GROUP BY tenant_id;
  RETURN NULL;
END $$;
CREATE TRIGGER numbers_added AFTER INSERT ON phone_book_number REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION phone_book_numbers_changed();
CREATE TRIGGER numbers_removed AFTER DELETE ON phone_book_number REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION phone_book_numbers_changed();

-- The event stream hears of an entry, and of many at once without naming them.
CREATE FUNCTION phone_book_entries_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM klinke.tell_change('phone_book_entry', TG_OP, tenant_id::text, CASE WHEN count(*) = 1 THEN jsonb_build_object('id', min(id::text)) ELSE '{}' END)
    FROM changed GROUP BY tenant_id;
  RETURN NULL;
END $$;
CREATE TRIGGER entries_added AFTER INSERT ON phone_book_entry REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION phone_book_entries_changed();
CREATE TRIGGER entries_changed AFTER UPDATE ON phone_book_entry REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION phone_book_entries_changed();
CREATE TRIGGER entries_removed AFTER DELETE ON phone_book_entry REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION phone_book_entries_changed();
