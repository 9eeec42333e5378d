-- How a carrier wants to be spoken to: the name of a profile of the catalogue, null for the usual one of its authentication, and what differs from it.
ALTER TABLE carrier ADD COLUMN profile text;
ALTER TABLE carrier ADD COLUMN profile_changes jsonb NOT NULL DEFAULT '{}';
-- Its part of the calls among carriers of the same rank and price; 0: only when none of the others takes the call.
ALTER TABLE carrier ADD COLUMN share smallint NOT NULL DEFAULT 100 CHECK (share BETWEEN 0 AND 1000);
