-- How bad a fault is decides what § 58 (3) TKG gives for it: what a customer says of it holds once the operator has confirmed it. Tickets from before this column were
-- judged by people already.
ALTER TABLE ticket ADD COLUMN severity_confirmed_by text;
UPDATE ticket SET severity_confirmed_by = '';
CREATE INDEX ticket_unconfirmed ON ticket (id) WHERE severity_confirmed_by IS NULL AND kind = 'fault' AND severity = 'outage';
