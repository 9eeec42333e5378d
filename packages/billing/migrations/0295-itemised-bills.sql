-- How a customer wants its itemised bills (BIL-06, § 11 (1) TDDDG): asked for in text form before the month that it is for. Nothing is changed: a new choice is a row.
CREATE TABLE itemised_bill_choice (
  id         uuid PRIMARY KEY,
  tenant_id  uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  choice     text NOT NULL CHECK (choice IN ('full', 'last-three-cut', 'none')),
  -- Calls that cost nothing extra, too.
  with_flat  boolean NOT NULL,
  -- The first day of a month.
  valid_from date NOT NULL CHECK (extract(day FROM valid_from) = 1),
  chosen_by  text NOT NULL,
  chosen_at  timestamptz NOT NULL
);
CREATE INDEX itemised_bill_choice_tenant ON itemised_bill_choice (tenant_id, valid_from, id);
SELECT protect_tenant_table('itemised_bill_choice', 'tenant_id', 'SELECT, INSERT');

-- That employees are informed and their representatives took part, as far as the law wants that (§ 11 (1) sentence 4 TDDDG).
CREATE TABLE itemised_bill_declaration (
  id            uuid PRIMARY KEY,
  tenant_id     uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  declared_by   text NOT NULL,
  declared_on   date NOT NULL,
  works_council text NOT NULL CHECK (works_council IN ('involved', 'not-required')),
  -- Where the signed copy is filed.
  document      text,
  recorded_by   text NOT NULL,
  recorded_at   timestamptz NOT NULL,
  revoked_by    text,
  revoked_at    timestamptz,
  CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
);
CREATE INDEX itemised_bill_declaration_tenant ON itemised_bill_declaration (tenant_id, id);
SELECT protect_tenant_table('itemised_bill_declaration', 'tenant_id', 'SELECT, INSERT, UPDATE');

-- What was declared stays; only its revocation is added, once.
CREATE FUNCTION itemised_bill_declarations_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A declaration is not changed, only revoked.' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER itemised_bill_declarations_stay BEFORE UPDATE ON itemised_bill_declaration FOR EACH ROW
  WHEN (OLD.revoked_at IS NOT NULL OR NEW.revoked_at IS NULL
    OR (to_jsonb(OLD) - '{revoked_by,revoked_at}'::text[]) IS DISTINCT FROM (to_jsonb(NEW) - '{revoked_by,revoked_at}'::text[]))
  EXECUTE FUNCTION itemised_bill_declarations_stay();

-- Lists of lines for people in need, as the operator has loaded them; the last one holds (§ 11 (5) TDDDG).
CREATE TABLE counselling_list (
  id        uuid PRIMARY KEY,
  -- [{ number, name, from, until }]
  entries   jsonb NOT NULL,
  loaded_by text NOT NULL,
  loaded_at timestamptz NOT NULL
);
SELECT protect_operator_table('counselling_list');
