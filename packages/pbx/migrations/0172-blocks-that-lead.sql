-- A large block leads somewhere as a whole, such as to a customer's PBX, without a row for each of its numbers. What a number has of its own comes first.
ALTER TABLE number_range ADD COLUMN destination jsonb;
SELECT track_destinations('number_range', 'number-range', 'e164', 'e164');
GRANT UPDATE (destination) ON number_range TO klinke_app;
