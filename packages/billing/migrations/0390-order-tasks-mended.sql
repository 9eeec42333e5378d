-- A task of an order that could not be done is amended and tried again, or skipped with a reason; its history says so (ORD-01).
ALTER TABLE product_order_task
  -- What is done instead of what the form says; null: what the form says.
  ADD COLUMN amendment   jsonb,
  ADD COLUMN skipped_at  timestamptz,
  ADD COLUMN skip_reason text NOT NULL DEFAULT '',
  ADD CONSTRAINT product_order_task_once CHECK (done_at IS NULL OR skipped_at IS NULL);

-- The task that was amended or skipped; null: a step of the whole order.
ALTER TABLE product_order_step ADD COLUMN task integer;

CREATE OR REPLACE FUNCTION empty_tasks_of_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.tenant_id IS NOT NULL AND NEW.tenant_id IS NULL THEN
    NEW.task := '{}';
    NEW.result := '';
    NEW.trouble := NULL;
    NEW.amendment := NULL;
    NEW.skip_reason := '';
  END IF;
  RETURN NEW;
END $$;
