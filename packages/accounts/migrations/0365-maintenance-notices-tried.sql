-- A mail server may refuse one address of a customer: the others are told once all the same, and the one is tried again later and later (SLA-03).
ALTER TABLE maintenance_notice
  ADD COLUMN told        text[] NOT NULL DEFAULT '{}',
  ADD COLUMN tries       integer NOT NULL DEFAULT 0,
  ADD COLUMN next_try_at timestamptz,
  ADD COLUMN given_up_at timestamptz;
