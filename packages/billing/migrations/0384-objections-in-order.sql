-- All customers' objections in the order in which they were raised, for the operator's list: `raised_at` and the id behind it.
CREATE INDEX invoice_objection_raised ON invoice_objection (raised_at, id);
