-- Demo customers (PORT-08): the operator gives one away for four weeks; three users; never billed while `demo_until` is set.
ALTER TABLE tenant
  ADD COLUMN demo_until timestamptz,
  -- No phone of a suspended tenant makes or takes calls; its data stay.
  ADD COLUMN suspended_at timestamptz;
