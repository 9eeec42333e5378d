-- Who has set or switched last where calls go while a PBX is unreachable; null: before this was noted.
ALTER TABLE trunk_continuity ADD COLUMN changed_by text, ADD COLUMN changed_at timestamptz;
