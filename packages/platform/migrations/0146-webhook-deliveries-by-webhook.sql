-- What waits is looked for webhook by webhook, so that one with thousands waiting holds up nobody else's.
CREATE INDEX webhook_delivery_waiting ON webhook_delivery (webhook_id, next_at) WHERE state = 'waiting';
DROP INDEX webhook_delivery_due;
