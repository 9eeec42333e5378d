-- A reseller who names no customer reads calls of all its own ones; which rows that are, the policies of the tables below the view say.
GRANT SELECT ON call_with_invoice TO klinke_reseller;
