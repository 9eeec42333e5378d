-- Fees of letters of dunning and of returned debits are paid from credit, too, by an account of their own: they are no month (BIL-07, BIL-09).
ALTER TABLE prepaid_movement
  DROP CONSTRAINT prepaid_movement_kind_check,
  DROP CONSTRAINT prepaid_movement_from_account_check,
  DROP CONSTRAINT prepaid_movement_to_account_check;
ALTER TABLE prepaid_movement
  ADD CONSTRAINT prepaid_movement_kind_check CHECK (kind IN ('top-up', 'call', 'call-corrected', 'month', 'month-credit', 'fee', 'refund')),
  ADD CONSTRAINT prepaid_movement_from_account_check CHECK (from_account IN ('cash', 'balance', 'usage', 'months', 'fees')),
  ADD CONSTRAINT prepaid_movement_to_account_check CHECK (to_account IN ('cash', 'balance', 'usage', 'months', 'fees'));
