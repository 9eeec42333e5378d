-- What becomes of calls to a customer's own PBX while it is unreachable (BCP-01). A trunk is a call target of the kind `trunk`; what it is
-- besides the trunks keep.
CREATE TABLE trunk_continuity (
  tenant_id   uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  trunk_id    uuid NOT NULL,
  target_kind text NOT NULL DEFAULT 'trunk' CHECK (target_kind = 'trunk'),
  -- 'automatic': while the PBX is unreachable; 'always': switched by hand.
  mode        text NOT NULL CHECK (mode IN ('automatic', 'always', 'off')),
  destination jsonb NOT NULL,
  PRIMARY KEY (tenant_id, trunk_id),
  FOREIGN KEY (tenant_id, target_kind, trunk_id) REFERENCES call_target (tenant_id, kind, id) ON DELETE CASCADE
);
SELECT protect_tenant_table('trunk_continuity');
SELECT announce_tenant_changes('trunk_continuity');
SELECT track_destinations('trunk_continuity', 'trunk', 'trunk_id');
