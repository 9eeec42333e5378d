-- Versions of tariffs that are still being written: of a tariff by itself, or of what calls cost by a product profile. Nothing is rated by them.
CREATE TABLE tariff_draft (
  id         uuid PRIMARY KEY,
  tariff_id  uuid REFERENCES tariff,
  profile    text,
  -- What it was made of, and what it is compared with; null: there was no version.
  based_on   uuid,
  -- As a version has it (packages/rating: TariffData), with any faults.
  document   jsonb NOT NULL,
  -- One more with each change.
  revision   integer NOT NULL DEFAULT 1,
  created_by text NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL,
  CHECK ((tariff_id IS NULL) <> (profile IS NULL))
);
SELECT protect_operator_table('tariff_draft');

-- Versions of profiles that were taken back before they held. What a version says is never changed; this says that it does not hold.
CREATE TABLE withdrawn_profile_version (
  version_id   uuid PRIMARY KEY REFERENCES product_profile_version,
  withdrawn_by text NOT NULL,
  withdrawn_at timestamptz NOT NULL
);
SELECT protect_operator_table('withdrawn_profile_version');

-- Announced prices that do not come. Whoever was told of them is told of that, too.
ALTER TABLE price_change ADD COLUMN withdrawn_at timestamptz;
ALTER TABLE price_change_notice ADD COLUMN withdrawal_told_at timestamptz;
CREATE INDEX price_change_notice_withdrawal ON price_change_notice (change_id) WHERE told_at IS NOT NULL AND withdrawal_told_at IS NULL;
