-- What was imported from a table, by whom, and what each thing was before: so that an import can be taken back as a whole.
CREATE TABLE import_run (
  id         uuid PRIMARY KEY,
  tenant_id  uuid NOT NULL,
  -- What was imported (`phone-book`), and into which one of those; null where a tenant has one.
  subject    text NOT NULL,
  subject_id uuid,
  file_name  text NOT NULL,
  imported_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  created    integer NOT NULL,
  changed    integer NOT NULL,
  skipped    integer NOT NULL,
  failed     integer NOT NULL,
  undone_at  timestamptz
);
CREATE INDEX import_run_subject ON import_run (tenant_id, subject, subject_id, id);
SELECT protect_tenant_table('import_run');
SELECT tell_row_changes('import_run');

CREATE TABLE import_change (
  import_id  uuid NOT NULL REFERENCES import_run ON DELETE CASCADE,
  position   integer NOT NULL,
  tenant_id  uuid NOT NULL,
  row_id     uuid NOT NULL,
  -- As the slice wants it back; null: the import has created it.
  before     jsonb,
  -- What the slice knows the row by as the import has left it: a row that is another one meanwhile stays.
  version    text NOT NULL,
  PRIMARY KEY (import_id, position)
);
SELECT protect_tenant_table('import_change');
-- Who imported what is in the log by `import_run`; each row twice would be too much of it.
DROP TRIGGER IF EXISTS audit_change ON import_change;
