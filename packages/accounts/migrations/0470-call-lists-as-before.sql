-- Who said nothing of it kept call lists for 90 days until now, and keeps them; from now on absent is the day after (PRI-01).
SET LOCAL ROLE klinke_operator;
UPDATE tenant SET profile = jsonb_set(profile, '{retention}', coalesce(profile -> 'retention', '{}') || '{"callListDays": 90}')
WHERE profile #> '{retention,callListDays}' IS NULL;
SET LOCAL ROLE NONE;
