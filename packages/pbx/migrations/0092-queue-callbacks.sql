-- Callers of queues who are to be called back and keep their place (ACD-02): a row is a promise that is not kept yet.
CREATE TABLE queue_callback (
  id                  uuid PRIMARY KEY,
  tenant_id           uuid NOT NULL REFERENCES tenant ON DELETE CASCADE,
  queue_id            uuid NOT NULL REFERENCES team ON DELETE CASCADE,
  caller_number       text NOT NULL,
  caller_name         text,
  -- Null: somebody outside.
  caller_extension_id uuid REFERENCES extension ON DELETE CASCADE,
  priority            integer NOT NULL,
  -- When the caller came into the queue.
  since               timestamptz NOT NULL,
  -- Calls to the caller so far.
  attempts            integer NOT NULL
);
CREATE INDEX queue_callback_queue ON queue_callback (queue_id);
CREATE INDEX queue_callback_extension ON queue_callback (caller_extension_id);
SELECT protect_tenant_table('queue_callback');
