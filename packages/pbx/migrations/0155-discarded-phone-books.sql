-- A phone book that is deleted can be taken back for a while: nobody sees it any more, and it goes an hour later.
ALTER TABLE phone_book ADD COLUMN discarded_at timestamptz;
DROP INDEX phone_book_name;
CREATE UNIQUE INDEX phone_book_name ON phone_book (tenant_id, name) WHERE extension_id IS NULL AND discarded_at IS NULL;

-- The numbers of such a book, which name nobody meanwhile.
CREATE TABLE phone_book_discarded_number (
  tenant_id    uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  book_id      uuid NOT NULL REFERENCES phone_book ON DELETE CASCADE,
  entry_id     uuid NOT NULL,
  extension_id uuid,
  number       text COLLATE "C" NOT NULL,
  label        text NOT NULL
);
CREATE INDEX phone_book_discarded_number_book ON phone_book_discarded_number (book_id);
SELECT protect_tenant_table('phone_book_discarded_number');
DROP TRIGGER audit_change ON phone_book_discarded_number;
