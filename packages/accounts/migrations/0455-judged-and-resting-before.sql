-- 0411 and 0412 have changed nothing of what was there before them: they did it as the owner of the tables, who sees no rows (SLA-02, SLA-06). Now as the operator.
SELECT set_config('klinke.judged_before', (SELECT applied_at::text FROM migration WHERE number = 411), true);
SET LOCAL ROLE klinke_operator;
UPDATE ticket SET severity_confirmed_by = '' WHERE severity_confirmed_by IS NULL AND opened_at < current_setting('klinke.judged_before')::timestamptz;
INSERT INTO service_rest (id, component, from_at)
SELECT gen_random_uuid(), component, rests_since FROM service_component
WHERE rests_since IS NOT NULL AND NOT EXISTS (SELECT FROM service_rest WHERE service_rest.component = service_component.component AND until_at IS NULL);
SET LOCAL ROLE NONE;
